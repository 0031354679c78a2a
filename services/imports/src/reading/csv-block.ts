import { isAscii } from 'node:buffer';
import { CsvError, parse as parseCsv, type Options } from 'csv-parse/sync';
import type { RawRow, RowFault } from './row.js';

/** A cell of a spreadsheet has at most 128 KiB; a quotation mark still open after twice that was opened by mistake. */
export const MAX_ROW_BYTES = 256 * 1024;

const NEWLINE = 10;

const BROKEN_QUOTE: RowFault = {
  code: 'broken-quote',
  reason:
    'A quotation mark in this row is not closed, or stands in the middle of a cell; within a quoted cell it is written twice.',
};
const ROW_TOO_LONG: RowFault = {
  code: 'row-too-long',
  reason: `This row is longer than ${MAX_ROW_BYTES} bytes.`,
};

export interface Block {
  readonly bytes: Buffer;
  /** Nothing follows. */
  readonly last: boolean;
  readonly delimiter: string;
  /** Of the first row in it. */
  readonly number: number;
}

/** What was read of a block, and what of it is to be read again together with what follows. */
export interface BlockRead {
  readonly rows: RawRow[];
  readonly rest: Buffer;
  /** The rest of the file up to the next line end belongs to a row that was given up. */
  readonly midRow: boolean;
}

/**
 * Reads the whole rows of a block. csv-parse alone gives up a file at the first broken quote, or loses the rows up to
 * the next quotation mark; here reading goes on in the line after the one where the quote was opened.
 */
export const readBlock = ({ bytes, last, delimiter, number }: Block): BlockRead => {
  const options = optionsFor(bytes, delimiter);
  const rows: RawRow[] = [];
  let rest = bytes;
  let parse = parseRows;
  for (;;) {
    const { records, consumed, broken } = parse(last ? rest : wholeLines(rest), options);
    if (broken !== 'no') parse = parseUpToFault;
    for (const values of records) rows.push({ number: number + rows.length, values });
    rest = rest.subarray(consumed);
    const waits = !last && rest.length <= MAX_ROW_BYTES;
    if (rest.length === 0 || (waits && broken !== 'here')) return { rows, rest, midRow: false };
    const end = rest.indexOf(NEWLINE);
    rows.push({ number: number + rows.length, fault: broken === 'no' ? ROW_TOO_LONG : BROKEN_QUOTE });
    if (end < 0) return { rows, rest: Buffer.alloc(0), midRow: true };
    rest = rest.subarray(end + 1);
  }
};

const wholeLines = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);

interface Parsed {
  readonly records: readonly string[][];
  readonly consumed: number;
  /** `open`: a quote is not closed yet, more text may close it; `here`: nothing can mend it. */
  readonly broken: 'no' | 'open' | 'here';
}

const optionsFor = (bytes: Buffer, delimiter: string): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n'],
  relax_column_count: true,
  encoding: isAscii(bytes) ? 'latin1' : 'utf8', // the same text in less time
});

const parseRows = (bytes: Buffer, options: Options): Parsed => {
  try {
    return { records: parseCsv(bytes, options), consumed: bytes.length, broken: 'no' };
  } catch {
    return parseUpToFault(bytes, options);
  }
};

/** Again, and slower: csv-parse says where each row ends only to who asks for every row. */
const parseUpToFault = (bytes: Buffer, options: Options): Parsed => {
  const records: string[][] = [];
  let consumed = 0;
  const onRecord = (record: string[], { bytes: end }: { bytes: number }): null => {
    records.push(record);
    consumed = end;
    return null;
  };
  try {
    parseCsv(bytes, { ...options, on_record: onRecord });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, consumed, broken: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'here' };
  }
  return { records, consumed: bytes.length, broken: 'no' };
};
