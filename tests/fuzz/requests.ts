import fc from 'fast-check';
import type { Operation, Schema } from './description.js';
import { hostileBody, hostileHeaders, hostileText, spoilt } from './hostile.js';
import { idOf, valuesOf } from './values.js';

/** How well it is meant. */
export type Manner = 'valid' | 'nearly valid' | 'hostile';

/** A request whose ids are placeholders still. */
export interface Draft {
  readonly operation: Operation;
  readonly manner: Manner;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: readonly (readonly [string, unknown])[];
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or bytes as they are. */
  readonly body: unknown;
  /** Who sends it, any of those who may or anybody, and about whose things. */
  readonly sender: {
    readonly among: 'allowed' | 'all';
    readonly at: number;
    readonly about: 'own' | 'others';
  };
}

type Schemas = Readonly<Record<string, Schema>>;
type Made = Omit<Draft, 'operation' | 'manner'>;

/** Requests of one operation: half as documented, a quarter with one thing wrong, a quarter from somebody who means ill. */
export const draftsOf = (operation: Operation, schemas: Schemas): fc.Arbitrary<Draft> => {
  const valid = validOf(operation, schemas);
  const nearly = valid.chain((made) =>
    fc.oneof(
      ...(made.body === undefined ? [] : [spoilt(made.body).map((body) => ({ ...made, body }))]),
      spoilt(made.path).map((path) => ({ ...made, path: { ...made.path, ...(path as object) } })),
      spoilt(Object.fromEntries(made.query)).map((query) => ({
        ...made,
        query: Object.entries(query as object),
      })),
    ),
  );
  const hostile = fc
    .tuple(valid, hostileBody, hostileHeaders, hostileText, fc.nat(3))
    .map(([made, body, headers, text, which]): Made => {
      if (which === 0 && made.body !== undefined) return { ...made, body };
      if (which === 1) return { ...made, headers: { ...made.headers, ...headers } };
      if (which === 2) return { ...made, query: [...made.query, ...made.query, [text, text]] };
      return { ...made, path: Object.fromEntries(Object.keys(made.path).map((name) => [name, text])) };
    });
  const as =
    (manner: Manner) =>
    (made: Made): Draft => ({ operation, manner, ...made });
  return fc.oneof(
    { weight: 2, arbitrary: valid.map(as('valid')) },
    { weight: 1, arbitrary: nearly.map(as('nearly valid')) },
    { weight: 1, arbitrary: hostile.map(as('hostile')) },
  );
};

const validOf = (operation: Operation, schemas: Schemas): fc.Arbitrary<Made> => {
  const of = valuesOf(schemas);
  const { parameters = [], requestBody } = operation;
  const given = (place: string) => {
    const named = parameters.filter((one) => one.in === place);
    const fields = named.map(({ name, schema = {} }) => [
      name,
      place === 'path' && name.endsWith('Id') ? idOf(name) : shortly(name, of(schema, name)),
    ]);
    const requiredKeys = named.filter(({ required }) => required === true).map(({ name }) => name);
    return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys,
      noNullPrototype: true,
    });
  };
  const { content = {} } = requestBody ?? {};
  const json = content['application/json']?.schema;
  const form = content['multipart/form-data']?.schema;
  return fc.record({
    path: given('path'),
    query: given('query').map((query) => Object.entries(query)),
    headers: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, keyed),
    body:
      json !== undefined
        ? of(json, '')
        : form !== undefined
          ? of(form, '').map(formOf)
          : 'image/png' in content
            ? fc.constant(PICTURE)
            : fc.constant(undefined),
    sender: fc.record({
      among: fc.constantFrom('allowed', 'allowed', 'all'),
      at: fc.nat(99),
      about: fc.constantFrom('own', 'own', 'own', 'others'),
    }),
  });
};

/** Whoever waits for a position that is far ahead waits long. */
const shortly = (name: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  name === 'minPosition' ? fc.nat(20) : values;

const keyed = fc.nat(50).map((at) => ({ 'idempotency-key': `key-${at}` }));

const MAPPING = {
  kind: 'clients',
  source: 'fuzz',
  storeId: 'sh-01',
  timeZone: 'Asia/Shanghai',
  columns: { name: 'Name', phone: 'Phone' },
};
/** What forms hold where their description says no more than that it is a file, or text. */
const PARTS: Readonly<Record<string, string | Blob>> = {
  file: new File(['Name,Phone\n王芳,13800000001\n李娜,no phone\n'], 'clients.csv'),
  mapping: JSON.stringify(MAPPING),
};

const PICTURE = new Blob(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWM4M7McAAQRAd1c54DiAAAAAElFTkSuQmCC',
      'base64',
    ),
  ],
  { type: 'image/png' },
);

const formOf = (fields: unknown): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields as object)) form.set(name, PARTS[name] ?? String(value));
  return form;
};
