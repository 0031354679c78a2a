import { readClient, type ClientRow } from '../mapping/client-row.js';
import { clientColumns, type ClientsMapping } from '../mapping/clients-mapping.js';
import type { Refused } from '../mapping/interpreted.js';
import type { Scan } from './grouped.js';
import { rowsOf, type SpreadsheetFile } from './mapped-rows.js';

/** The first reading: throws `UnreadableFile` for anything that makes the file unreadable. */
export const scanClients = async (file: SpreadsheetFile, mapping: ClientsMapping): Promise<Scan> => {
  const stores = new Set<string>();
  let [rows, lastRow] = [0, 1];
  for await (const batch of readClients(file, mapping)) {
    rows += batch.length;
    lastRow = batch.at(-1)?.row ?? lastRow;
    for (const one of batch) if (one.kind === 'client') stores.add(one.storeId);
  }
  return { rows, lastRow, visits: 0, returns: 0, refused: {}, storeKeys: [...stores], lastRowOf: new Map() };
};

/** About a thousand rows at a time. */
export async function* readClients(
  file: SpreadsheetFile,
  mapping: ClientsMapping,
): AsyncGenerator<(ClientRow | Refused)[]> {
  const read = readClient(mapping);
  for await (const rows of rowsOf(file, mapping, clientColumns(mapping))) yield rows.map(read);
}
