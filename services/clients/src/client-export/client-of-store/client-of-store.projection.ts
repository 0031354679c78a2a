import { ignored, type Projection } from '#libs/event-sourcing';
import type { ClientEvent } from '../../client/client.events.js';

export interface ClientOfStoreRow {
  clientId: string;
  storeId: string;
  status: 'lead' | 'client';
  /** When she became that: as text, in UTC, it sorts as it should. */
  since: string;
  /** Whether what is known of her is kept and not used. */
  restricted: boolean;
}

type Rows = Parameters<(typeof clientOfStore)['on']['LeadAdded']>[1];

const restrict = (rows: Rows, clientId: string, restricted: boolean): void => {
  const row = rows.get(clientId);
  if (row !== undefined) rows.set(clientId, { ...row, restricted });
};

/** Who belongs to which store. */
export const clientOfStore: Projection<ClientEvent, ClientOfStoreRow> = {
  name: 'client_of_store',
  of: ['client'],
  columns: {
    clientId: 'text',
    storeId: 'text not null',
    status: 'text not null',
    since: 'text not null',
    restricted: 'boolean not null',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId", "clientId"'],
  reads: ({ type, data }) => (type === 'ClientRestricted' || type === 'ClientWonBack' ? [data.clientId] : []),
  on: {
    LeadAdded: ({ data: { clientId, storeId }, occurredAt: since }, rows) =>
      rows.set(clientId, { clientId, storeId, status: 'lead', since, restricted: false }),
    ClientRegistered: ({ data: { clientId, storeId }, occurredAt: since }, rows) =>
      rows.set(clientId, { clientId, storeId, status: 'client', since, restricted: false }),
    ClientRestricted: ({ data: { clientId } }, rows) => restrict(rows, clientId, true),
    ClientWonBack: ({ data: { clientId } }, rows) => restrict(rows, clientId, false),
    LeadClassed: ignored,
    LeadQualified: ignored,
    ClientLost: ignored,
    ContactChanged: ignored,
    FileSectionUpdated: ignored,
    FileReviewed: ignored,
    ClientErased: ({ data: { clientId } }, rows) => rows.delete(clientId),
  },
};
