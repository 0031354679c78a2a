import { interpret } from '../mapping/interpret.js';
import { columnsNamed, type Mapping } from '../mapping/mapping.js';
import type { GroupedBatch, Scan } from './grouped.js';
import { grouping } from './grouping.js';
import { rowsOf, type SpreadsheetFile } from './mapped-rows.js';
import { scanRows } from './scan.js';
import { UnreadableFile } from './unreadable-file.js';

/** The first reading: throws `UnreadableFile` for anything that makes the file unreadable, before a visit is given out. */
export const scanVisits = (file: SpreadsheetFile, mapping: Mapping): Promise<Scan> =>
  scanRows(rowsOf(file, mapping, columnsNamed(mapping)), interpret(mapping));

/** The second reading: visits and returns as soon as their last row is read, and the rows refused, about a thousand rows at a time. */
export async function* readVisits(
  file: SpreadsheetFile,
  mapping: Mapping,
  scan: Scan,
): AsyncGenerator<GroupedBatch> {
  const interpreted = interpret(mapping);
  const visits = grouping(scan);
  let throughRow = 1;
  for await (const rows of rowsOf(file, mapping, columnsNamed(mapping))) {
    const batch = visits.take(rows.map(interpreted));
    throughRow = batch.throughRow;
    yield batch;
  }
  if (visits.open() > 0 || throughRow !== scan.lastRow) throw changedFile();
}

const changedFile = (): UnreadableFile =>
  new UnreadableFile('changed-file', 'The file changed while it was read: import it again.');
