import { z } from 'zod';
import {
  fileFieldsOf,
  fileSections,
  SECTION_NAMES,
  type SectionName,
} from '#contracts/clients/file-sections';
import { columnName } from './file-fields.js';

/** Where the field of a file stands in a spreadsheet, and how. */
export interface FileColumn {
  readonly column: string;
  /** Between the items of a list. */
  readonly separator?: string;
  /** Of a day: `iso`, or as luxon writes it. */
  readonly format?: string;
  /** What the words of the file mean, where a field takes only some. */
  readonly values?: Readonly<Record<string, string | boolean>>;
}

/** By names such as `person.birthday`. */
export type FileColumns = Readonly<Partial<Record<string, FileColumn>>>;

export interface KnownField {
  readonly name: string;
  readonly section: SectionName;
  readonly field: string;
  /** What the field takes when it says something. */
  readonly value: z.ZodType;
}

export const KNOWN_FIELDS: readonly KnownField[] = SECTION_NAMES.flatMap(fileFieldsOf).map((one) => {
  const shape: Record<string, z.ZodOptional<z.ZodType>> = fileSections[one.section].shape;
  return { ...one, value: shape[one.field]!.unwrap() };
});

const separator = z.string().regex(/^[^\\]$/u, 'is no single sign, or a backslash');

const wordsFor = (value: unknown) =>
  value instanceof z.ZodEnum || value instanceof z.ZodBoolean
    ? { values: z.record(z.string(), value).optional() }
    : {};

const settingsFor = (value: z.ZodType) => {
  if (value instanceof z.ZodArray) return { separator: separator.default(';'), ...wordsFor(value.element) };
  return value instanceof z.ZodISODate ? { format: columnName.default('iso') } : wordsFor(value);
};

/** A column's name alone stands for a column without more to say. */
const columnFor = ({ value }: KnownField) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? { column: given } : given),
    z.strictObject({ column: columnName, ...settingsFor(value) }),
  );

export const fileColumns = z.strictObject(
  Object.fromEntries(KNOWN_FIELDS.map((field) => [field.name, columnFor(field).optional()])),
) as unknown as z.ZodType<FileColumns>;
