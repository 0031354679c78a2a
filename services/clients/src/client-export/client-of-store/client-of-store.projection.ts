import { ignored, type Projection, type Recorded } from '#libs/event-sourcing';
import type { ClientEvent } from '../../client/client.events.js';

export interface ClientOfStoreRow {
  clientId: string;
  storeId: string;
  status: 'lead' | 'client';
  /** When she became that: as text, in UTC, it sorts as it should. */
  since: string;
  /** When we learned of that. */
  learnedAt: string;
  /** Whether what is known of her is kept and not used. */
  restricted: boolean;
}

type Rows = Parameters<(typeof clientOfStore)['on']['LeadAdded']>[1];

type Became = Recorded<Extract<ClientEvent, { type: 'LeadAdded' | 'ClientRegistered' }>>;

const isNow = (status: ClientOfStoreRow['status'], fact: Became, rows: Rows): void => {
  const { data, occurredAt: since, recordedAt: learnedAt } = fact;
  const { clientId, storeId } = data;
  rows.set(clientId, { clientId, storeId, status, since, learnedAt, restricted: false });
};

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
    learnedAt: 'text not null',
    restricted: 'boolean not null',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId", "clientId"'],
  reads: ({ type, data }) => (type === 'ClientRestricted' || type === 'ClientWonBack' ? [data.clientId] : []),
  on: {
    LeadAdded: (fact, rows) => isNow('lead', fact, rows),
    ClientRegistered: (fact, rows) => isNow('client', fact, rows),
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
