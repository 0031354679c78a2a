import { basename } from 'node:path';
import { bytesOf, containerOf, emptyFile, type Container } from './bytes.js';
import { columnsOf, isBlank } from './columns.js';
import { csvRows } from './csv.js';
import type { RawRow, Row } from './row.js';
import { textOf, type Encoding } from './text.js';
import { UnreadableFile } from './unreadable-file.js';
import { xlsxRows } from './xlsx.js';

export const FORMATS = ['auto', 'csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export interface ReadOptions {
  /** `auto` goes by the first bytes of the file. CSV may be gzipped in any case. */
  readonly format: Format;
  /** Of CSV; a workbook has its own. */
  readonly encoding: Encoding;
  /** The columns whose cells are wanted; each must be in the file, once. */
  readonly columns: readonly string[];
  /** Of a workbook; its first one when left out. */
  readonly sheet?: string | undefined;
  /** Between the cells of CSV; a comma when left out. */
  readonly delimiter?: string | undefined;
  /** What people call the file, where it lies under another name; so that `x.xlsx` which is no zip is told as such. */
  readonly name?: string | undefined;
}

/**
 * The rows of a spreadsheet in batches of about a thousand, blank ones left out. A row that cannot be read comes with
 * its fault. Throws `UnreadableFile` for what makes the whole file unreadable, also after some rows.
 */
export async function* readRows(path: string, options: ReadOptions): AsyncGenerator<Row[]> {
  const container = await containerOf(path);
  const isWorkbook = isXlsx(container, options.format, options.name ?? basename(path));
  const batches = isWorkbook ? xlsxRows(path, options.sheet) : csvRowsOf(path, container, options);
  let rowOf: RowReader | undefined;
  for await (const batch of batches) {
    const header = rowOf ? -1 : batch.findIndex(({ values }) => values === undefined || !isBlank(values));
    rowOf ??= batch[header] && readerUnder(batch[header], options.columns, !isWorkbook);
    if (rowOf) yield named(batch, header + 1, rowOf);
  }
  if (rowOf === undefined) throw emptyFile();
}

const csvRowsOf = (path: string, container: Container, { encoding, delimiter = ',' }: ReadOptions) =>
  csvRows(textOf(bytesOf(path, container), encoding), delimiter);

type RowReader = ReturnType<typeof columnsOf>;

const readerUnder = ({ values, fault }: RawRow, names: readonly string[], exactWidth: boolean): RowReader => {
  if (values) return columnsOf(values, { names, exactWidth });
  throw new UnreadableFile('broken-header', `The row of column names cannot be read. ${fault.reason}`);
};

const named = (batch: readonly RawRow[], from: number, rowOf: RowReader): Row[] => {
  const rows: Row[] = [];
  for (let at = from; at < batch.length; at += 1) {
    const row = rowOf(batch[at]!);
    if (row) rows.push(row);
  }
  return rows;
};

const isXlsx = (container: Container, format: Format, name: string): boolean => {
  if (container === 'ole') throw oldWorkbook();
  if (container === 'zip' && format === 'csv') throw zipForText();
  if (container === 'zip') return true;
  if (format === 'xlsx' || (format === 'auto' && /\.xlsx$/i.test(name))) throw noZip();
  return false;
};

const oldWorkbook = (): UnreadableFile =>
  new UnreadableFile(
    'not-a-workbook',
    'The file is an old .xls workbook or has a password: save it as .xlsx without a password, or as CSV.',
  );

const zipForText = (): UnreadableFile =>
  new UnreadableFile(
    'not-text',
    'The mapping says CSV but the file is a workbook or another zip archive: set "format" to "xlsx", or save it as CSV.',
  );

const noZip = (): UnreadableFile =>
  new UnreadableFile(
    'not-a-workbook',
    'The file is said to be an XLSX workbook but is none (an XLSX workbook is a zip archive): save it as .xlsx, or set "format" to "csv".',
  );
