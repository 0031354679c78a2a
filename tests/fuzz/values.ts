import fc from 'fast-check';
import type { Schema } from './description.js';

/** Stands for an id that is known, or one that is not; which, is seen when it is sent. */
export const placeholder = (name: string, at: number): string => `id:${name}:${at}`;
export const PLACEHOLDER = /^id:(\w+):(\d+)$/;

type Schemas = Readonly<Record<string, Schema>>;

const WORDS = ['facial-60', 'Jing’an', '王芳', '丽人', 'vip-7', 'a', 'О́льга', '𠮷野家', 'x y z'];
const FEW = 3;
/** So few that one of them finds somebody. */
const SHARED_PHONES = 20;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Values that a schema takes; ids and stores are placeholders. */
export const valuesOf = (schemas: Schemas) => {
  const of = (schema: Schema, name: string): fc.Arbitrary<unknown> =>
    schema.nullable === true ? fc.option(some(schema, name), { freq: 4 }) : some(schema, name);

  const some = (schema: Schema, name: string): fc.Arbitrary<unknown> => {
    const { $ref, allOf, type } = schema;
    const either = schema.oneOf ?? schema.anyOf;
    if ($ref !== undefined) return of(schemas[$ref.split('/').at(-1)!]!, name);
    if (either !== undefined) return fc.oneof(...either.map((one) => of(one, name)));
    if (allOf !== undefined) return of(allOf[0]!, name);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    if (type === 'object' || schema.properties !== undefined) return objectOf(schema);
    if (type === 'array') return listOf(schema, name);
    if (type === 'integer' || type === 'number') return numberOf(schema);
    return type === 'boolean' ? fc.boolean() : textOf(schema, name);
  };

  const objectOf = ({ properties, required = [] }: Schema): fc.Arbitrary<unknown> => {
    if (properties === undefined)
      return fc.dictionary(fc.constantFrom(...WORDS), fc.jsonValue(), { maxKeys: 2 });
    const fields = Object.entries(properties).map(([key, field]) => [key, of(field, key)]);
    return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: [...required],
      noNullPrototype: true,
    });
  };

  const listOf = ({ items = {}, minItems = 0, maxItems = Infinity }: Schema, name: string) =>
    fc.array(of(items, name), { minLength: minItems, maxLength: Math.min(maxItems, minItems + FEW) });

  return of;
};

/** At its ends, or close to the lower: numbers in the middle find little. */
const numberOf = ({ minimum = 0, maximum = 1_000_000 }: Schema): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: minimum, max: Math.min(maximum, minimum + 500) }) },
    { weight: 1, arbitrary: fc.constantFrom(minimum, maximum) },
  );

const textOf = ({ format, pattern, example, minLength = 0, maxLength = 40 }: Schema, name: string) => {
  if (name === 'storeId' || name === 'storeIds') return idOf('storeId');
  if (format === 'uuid') return idOf(name);
  if (format === 'date-time') return moment.map((at) => at.toISOString());
  if (format === 'date') return moment.map((at) => at.toISOString().slice(0, 10));
  if (format === 'email') return fc.nat(99_999).map((at) => `somebody-${at}@example.com`);
  if (name.toLowerCase().endsWith('phone'))
    return fc.oneof(fc.nat(SHARED_PHONES), fc.nat(99_999)).map((at) => `138${String(at).padStart(8, '0')}`);
  if (example !== undefined) return fc.constant(example);
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  const word = fc.constantFrom(...WORDS).map((text) => text.slice(0, maxLength));
  const full = fc.constant('丽'.repeat(Math.min(maxLength, 4_000)));
  return fc.oneof({ weight: 9, arbitrary: word }, { weight: minLength > maxLength ? 0 : 1, arbitrary: full });
};

export const idOf = (name: string): fc.Arbitrary<string> => fc.nat(999).map((at) => placeholder(name, at));

/** Mostly of late: what is long over can be asked little of. */
const moment = fc
  .oneof({ weight: 5, arbitrary: fc.integer({ min: -10, max: 0 }) }, fc.integer({ min: -400, max: 40 }))
  .map((days) => new Date((Math.floor(Date.now() / DAY_MS) + days) * DAY_MS));
