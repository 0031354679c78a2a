import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { ignored, type Projection, type Recorded } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import type { ConsentEvent } from '../../consent/consent.events.js';

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
  /** What she consents to: the version of the text, by purpose. */
  consents: Readonly<Partial<Record<ConsentPurpose, string>>>;
}

type Rows = Parameters<(typeof clientOfStore)['on']['LeadAdded']>[1];

type Became = Recorded<Extract<ClientEvent, { type: 'LeadAdded' | 'ClientRegistered' }>>;

const isNow = (status: ClientOfStoreRow['status'], fact: Became, rows: Rows): void => {
  const { data, occurredAt: since, recordedAt: learnedAt } = fact;
  const { clientId, storeId } = data;
  const { restricted = false, consents = {} } = rows.get(clientId) ?? {};
  rows.set(clientId, { clientId, storeId, status, since, learnedAt, restricted, consents });
};

const change = (
  rows: Rows,
  clientId: string,
  changed: (row: ClientOfStoreRow) => Partial<ClientOfStoreRow>,
): void => {
  const row = rows.get(clientId);
  if (row !== undefined) rows.set(clientId, { ...row, ...changed(row) });
};

/** They keep something of a row that is there. */
const CHANGES = new Set([
  'LeadAdded',
  'ClientRegistered',
  'ClientRestricted',
  'ClientWonBack',
  'ConsentGiven',
  'ConsentWithdrawn',
]);

/** Who belongs to which store, and to what she consents. */
export const clientOfStore: Projection<ClientEvent | ConsentEvent, ClientOfStoreRow> = {
  name: 'client_of_store',
  of: ['client', 'consent'],
  columns: {
    clientId: 'text',
    storeId: 'text not null',
    status: 'text not null',
    since: 'text not null',
    learnedAt: 'text not null',
    restricted: 'boolean not null',
    consents: 'json not null',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId", "clientId"'],
  reads: ({ type, data }) => (CHANGES.has(type) ? [data.clientId] : []),
  on: {
    LeadAdded: (fact, rows) => isNow('lead', fact, rows),
    ClientRegistered: (fact, rows) => isNow('client', fact, rows),
    ClientRestricted: ({ data: { clientId } }, rows) => change(rows, clientId, () => ({ restricted: true })),
    ClientWonBack: ({ data: { clientId } }, rows) => change(rows, clientId, () => ({ restricted: false })),
    ConsentGiven: ({ data: { clientId, purpose, textVersion } }, rows) =>
      change(rows, clientId, ({ consents }) => ({ consents: { ...consents, [purpose]: textVersion } })),
    ConsentWithdrawn: ({ data: { clientId, purpose } }, rows) =>
      change(rows, clientId, ({ consents: { [purpose]: _withdrawn, ...consents } }) => ({ consents })),
    LeadClassed: ignored,
    LeadQualified: ignored,
    ClientLost: ignored,
    ContactChanged: ignored,
    FileSectionUpdated: ignored,
    FileReviewed: ignored,
    ClientErased: ({ data: { clientId } }, rows) => rows.delete(clientId),
  },
};
