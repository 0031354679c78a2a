import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { ignored, type Projection } from '#libs/event-sourcing';
import type { ClientEvent } from '../../client/client.events.js';
import type { ConsentEvent } from '../../consent/consent.events.js';

export interface ClientOfStoreRow {
  clientId: string;
  storeId: string;
  status: 'lead' | 'client';
  /** When she became that: as text, in UTC, it sorts as it should. */
  since: string;
  /** Whether what is known of her is kept and not used. */
  restricted: boolean;
  /** What she consents to: the version of the text, by purpose. */
  consents: Readonly<Partial<Record<ConsentPurpose, string>>>;
}

type Rows = Parameters<(typeof clientOfStore)['on']['LeadAdded']>[1];

const change = (
  rows: Rows,
  clientId: string,
  changed: (row: ClientOfStoreRow) => Partial<ClientOfStoreRow>,
): void => {
  const row = rows.get(clientId);
  if (row !== undefined) rows.set(clientId, { ...row, ...changed(row) });
};

const FRESH = { restricted: false, consents: {} };
/** They change a row that is there. */
const CHANGES = new Set([
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
    restricted: 'boolean not null',
    consents: 'json not null',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId", "clientId"'],
  reads: ({ type, data }) => (CHANGES.has(type) ? [data.clientId] : []),
  on: {
    LeadAdded: ({ data: { clientId, storeId }, occurredAt: since }, rows) =>
      rows.set(clientId, { ...FRESH, clientId, storeId, status: 'lead', since }),
    ClientRegistered: ({ data: { clientId, storeId }, occurredAt: since }, rows) =>
      rows.set(clientId, { ...FRESH, ...rows.get(clientId), clientId, storeId, status: 'client', since }),
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
