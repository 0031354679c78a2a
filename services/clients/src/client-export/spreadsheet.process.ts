import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Format } from './client-export.events.js';
import { csvRow } from './csv-row.js';
import type { Table } from './exported-files.query.js';
import { afterRows, beforeRows, SHEET, sheetRow, workbookParts } from './workbook-xml.js';

/** Without it Excel takes UTF-8 for something else. */
const MARK = '\ufeff';

async function* csvOf(table: Table): AsyncGenerator<Buffer> {
  yield Buffer.from(MARK);
  for await (const cells of table) yield Buffer.from(csvRow(cells));
}

async function* sheetOf(table: Table): AsyncGenerator<Buffer> {
  yield Buffer.from(beforeRows);
  let number = 0;
  for await (const cells of table) yield Buffer.from(sheetRow(cells, (number += 1)));
  yield Buffer.from(afterRows);
}

const workbookOf = (table: Table): Readable => {
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as Readable;
  for (const [name, xml] of Object.entries(workbookParts)) zip.addBuffer(Buffer.from(xml), name);
  const sheet = Readable.from(sheetOf(table), { objectMode: false });
  sheet.on('error', (error) => out.destroy(error));
  zip.addReadStream(sheet, SHEET);
  zip.end();
  return out;
};

/** Spreadsheets, written as their rows are read. */
export const SPREADSHEETS: Readonly<Record<Format, { type: string; write: (table: Table) => Readable }>> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    write: (table) => Readable.from(csvOf(table), { objectMode: false }),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: workbookOf,
  },
};
