import { derivedId } from '#libs/event-store';
import type { ClientRow } from '../../mapping/client-row.js';
import { idOf } from './history.js';

/** Her id follows from what the file tells her apart by, as in a history of the same source; else from the file and its row. */
export const clientFileOf = ({ row, key, storeId, registeredAt, contact, file }: ClientRow, from: From) => ({
  clientId:
    key === null ? derivedId(from.importId, `client of row ${row}`) : idOf(from.source, 'client', key),
  storeId,
  registeredAt,
  ...contact,
  file,
});

interface From {
  readonly importId: string;
  readonly source: string;
}
