import { ignored, type Projection } from '#libs/event-sourcing';
import type { ClientEvent, LeadClass, LossReason } from '../client.events.js';

export const LEAD_STATES = ['open', 'client', 'lost'] as const;
export type LeadState = (typeof LEAD_STATES)[number];

export interface LeadRow {
  clientId: string;
  storeId: string;
  source: string;
  /** Null for one whom nobody has classed. */
  class: LeadClass | null;
  state: LeadState;
  /** As text, in UTC, it sorts as it should. */
  addedAt: string;
  /** When she became a client; null for one who did not. */
  clientSince: string | null;
  leftOn: string | null;
  reason: LossReason | null;
}

type Rows = Parameters<(typeof leadList)['on']['LeadAdded']>[1];

const update = (rows: Rows, clientId: string, change: Partial<LeadRow>): void => {
  const row = rows.get(clientId);
  if (row === undefined) return; // a client who never was a lead
  const changed = { ...row, ...change };
  rows.set(clientId, { ...changed, state: stateOf(changed) });
};

const stateOf = ({ leftOn, clientSince }: LeadRow): LeadState => {
  if (leftOn !== null) return 'lost';
  return clientSince === null ? 'open' : 'client';
};

/** Everybody who began as a lead, and what became of her; of whatever class, she stays until she is erased. */
export const leadList: Projection<ClientEvent, LeadRow> = {
  name: 'lead',
  of: ['client'],
  columns: {
    clientId: 'text',
    storeId: 'text not null',
    source: 'text not null',
    class: 'text',
    state: 'text not null',
    addedAt: 'text not null',
    clientSince: 'text',
    leftOn: 'text',
    reason: 'text',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId", "addedAt", "clientId"'],
  reads: ({ data }) => [data.clientId],
  on: {
    LeadAdded: ({ data: { clientId, storeId, source }, occurredAt: addedAt }, rows) =>
      rows.set(clientId, {
        ...{ clientId, storeId, source, addedAt, class: null, state: 'open' },
        ...{ clientSince: null, leftOn: null, reason: null },
      }),
    LeadClassed: ({ data: { clientId, leadClass } }, rows) => update(rows, clientId, { class: leadClass }),
    LeadQualified: ignored, // that she is a client is the next fact
    ClientRegistered: ({ data: { clientId }, occurredAt: clientSince }, rows) =>
      update(rows, clientId, { clientSince }),
    ClientLost: ({ data: { clientId, leftOn, reason } }, rows) => update(rows, clientId, { leftOn, reason }),
    ClientWonBack: ({ data: { clientId } }, rows) => update(rows, clientId, { leftOn: null, reason: null }),
    ClientRestricted: ignored,
    ContactChanged: ignored,
    FileSectionUpdated: ignored,
    FileReviewed: ignored,
    ClientErased: ({ data: { clientId } }, rows) => rows.delete(clientId),
  },
};
