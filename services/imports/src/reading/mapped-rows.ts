import type { AnyMapping } from '../mapping/any-mapping.js';
import type { Row } from './row.js';
import { readRows } from './rows.js';

export interface SpreadsheetFile {
  readonly path: string;
  /** What people call it; its extension counts where the mapping leaves the format open. */
  readonly name?: string | undefined;
}

/** The rows of a file as its mapping reads it. */
export const rowsOf = (
  { path, name }: SpreadsheetFile,
  { format, encoding, sheet, delimiter }: AnyMapping,
  columns: readonly string[],
): AsyncIterable<Row[]> => readRows(path, { format, encoding, sheet, delimiter, name, columns });
