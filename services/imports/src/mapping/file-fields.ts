import { z } from 'zod';
import { FORMATS } from '../reading/rows.js';
import { ENCODINGS } from '../reading/text.js';

export const columnName = z.string().min(1);

export const timeZone = z.string().refine(isTimeZone, { error: 'is no time zone such as Europe/London' });

/** `format` is `iso` for `2010-12-01 08:26:00`, else as luxon writes it (`d/M/yyyy H:mm`). Local to the store. */
export const localTime = z.strictObject({ column: columnName, format: columnName.default('iso') });

/** What every mapping says of the file itself. */
export const fileFields = {
  /** Ids of visits, clients and returns are derived from it: under another one the same file is another history. */
  source: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'is no name such as online-retail' }),
  format: z.enum(FORMATS).default('auto'),
  encoding: z.enum(ENCODINGS).default('utf-8'),
  delimiter: z.string().length(1).optional(),
  sheet: columnName.optional(),
  timeZone,
};

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}
