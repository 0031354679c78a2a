import { interpret } from '../mapping/interpret.js';
import { columnsNamed, type Mapping } from '../mapping/mapping.js';
import type { GroupedBatch, Scan } from './grouped.js';
import { grouping } from './grouping.js';
import type { Row } from './row.js';
import { readRows, type ReadOptions } from './rows.js';
import { scanRows } from './scan.js';
import { UnreadableFile } from './unreadable-file.js';

export interface HistoryFile {
  readonly path: string;
  /** What people call it; its extension counts where the mapping leaves the format open. */
  readonly name?: string | undefined;
}

/** The first reading: throws `UnreadableFile` for anything that makes the file unreadable, before a visit is given out. */
export const scanVisits = (file: HistoryFile, mapping: Mapping): Promise<Scan> =>
  scanRows(rowsOf(file, mapping), interpret(mapping));

/** The second reading: visits and returns as soon as their last row is read, and the rows refused, about a thousand rows at a time. */
export async function* readVisits(
  file: HistoryFile,
  mapping: Mapping,
  scan: Scan,
): AsyncGenerator<GroupedBatch> {
  const interpreted = interpret(mapping);
  const visits = grouping(scan);
  let throughRow = 1;
  for await (const rows of rowsOf(file, mapping)) {
    const batch = visits.take(rows.map(interpreted));
    throughRow = batch.throughRow;
    yield batch;
  }
  if (visits.open() > 0 || throughRow !== scan.lastRow) throw changedFile();
}

const rowsOf = ({ path, name }: HistoryFile, mapping: Mapping): AsyncIterable<Row[]> => {
  const { format, encoding, sheet, delimiter } = mapping;
  const options: ReadOptions = { format, encoding, sheet, delimiter, name, columns: columnsNamed(mapping) };
  return readRows(path, options);
};

const changedFile = (): UnreadableFile =>
  new UnreadableFile('changed-file', 'The file changed while it was read: import it again.');
