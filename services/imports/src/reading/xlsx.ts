import type { RawRow } from './row.js';
import { UnreadableFile } from './unreadable-file.js';
import { openParts, type Parts } from './xlsx-parts.js';
import { sheetReader } from './xlsx-sheet.js';
import { readWorkbook } from './xlsx-workbook.js';

const BATCH_ROWS = 1_000;

/** The rows of one sheet of a workbook, the first without a name, as they are unzipped. */
export async function* xlsxRows(path: string, sheet: string | undefined): AsyncGenerator<RawRow[]> {
  let parts: Parts | undefined;
  try {
    parts = await openParts(path);
    yield* rowsIn(parts, sheet);
  } catch (cause) {
    throw cause instanceof UnreadableFile ? cause : brokenWorkbook(cause);
  } finally {
    parts?.close();
  }
}

async function* rowsIn(parts: Parts, sheet: string | undefined): AsyncGenerator<RawRow[]> {
  const workbook = await readWorkbook(parts, sheet);
  let rows: RawRow[] = [];
  const reader = sheetReader(workbook, (row) => rows.push(row));
  for await (const piece of await parts.stream(workbook.sheet)) {
    reader.write(piece);
    if (rows.length < BATCH_ROWS) continue;
    yield rows;
    rows = [];
  }
  reader.close();
  yield rows;
}

const brokenWorkbook = (cause: unknown): UnreadableFile =>
  new UnreadableFile(
    'broken-workbook',
    'The workbook is damaged or cut short: save it again in the spreadsheet program, and copy or upload it whole.',
    { cause },
  );
