import { z } from 'zod';
import type { FileFields } from '#contracts/clients/file-sections';
import { listInCell } from '#contracts/clients/list-cell';
import type { Cells } from '../reading/row.js';
import { cellText } from './cell-text.js';
import { KNOWN_FIELDS, type FileColumn, type FileColumns, type KnownField } from './file-columns.js';
import type { Refusal } from './interpreted.js';
import { localTimes } from './local-time.js';

/** Reads the file of a row, or says what in it cannot be kept. */
export const readFile = (columns: FileColumns = {}) => {
  const fields = KNOWN_FIELDS.flatMap((known) => {
    const column = columns[known.name];
    return column === undefined ? [] : [{ ...known, ...column, read: readerOf(known, column) }];
  });

  return (cells: Cells): FileFields | Refusal => {
    const file: Record<string, Record<string, unknown>> = {};
    const faults: string[] = [];
    for (const { section, field, column, read, value } of fields) {
      const text = cellText(cells, column);
      const said = text === '' ? [] : read(text);
      if (Array.isArray(said) && said.length === 0) continue;
      const { data, error } = value.safeParse(said);
      if (error) faults.push(`"${column}" ${error.issues[0]!.message}`);
      else (file[section] ??= {})[field] = data;
    }
    return faults.length === 0 ? file : { code: 'malformed', reason: faults.join('; ') };
  };
};

const WHOLE = /^\d+(?:\.0*)?$/;
const SPELT: FileColumn['values'] = { true: true, false: false };

/** What cannot be read stays as it is, for the field to refuse. */
const readerOf = ({ value }: KnownField, column: FileColumn): ((text: string) => unknown) => {
  const { separator, format = 'iso', values = {} } = column;
  const meant = (text: string) => (Object.hasOwn(values, text) ? values[text] : text);
  if (value instanceof z.ZodArray) return (text) => listInCell(text, separator).map(meant);
  if (value instanceof z.ZodNumber) return (text) => (WHOLE.test(text) ? Number(text) : text);
  if (value instanceof z.ZodBoolean) return (text) => SPELT[text.toLowerCase()] ?? meant(text);
  if (!(value instanceof z.ZodISODate)) return meant;
  const timeOf = localTimes(format);
  return (text) => timeOf(text)?.slice(0, 10) ?? text;
};

export const isRefusal = (read: FileFields | Refusal): read is Refusal => 'code' in read;
