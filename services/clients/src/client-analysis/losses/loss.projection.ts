import { ignored, type Projection } from '#libs/event-sourcing';
import type { ClientEvent, ClientLost } from '../../client/client.events.js';

export interface Loss {
  readonly leftOn: string;
  readonly reason: ClientLost['data']['reason'];
  readonly status: 'lead' | 'client';
  /** The day, at the store, of the visit that shows it, or on which somebody said so; null while she is away. */
  readonly wonBackOn: string | null;
}

export interface LossRow {
  clientId: string;
  storeId: string;
  /** The first comes first; she is away by the last alone. */
  losses: readonly Loss[];
}

/** Who left, when and why, and who came back: a day and a word each, which stay when she is erased, as her visits do. */
export const loss: Projection<ClientEvent, LossRow> = {
  name: 'loss',
  of: ['client'],
  columns: { clientId: 'text', storeId: 'text not null', losses: 'json not null' },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId"'],
  reads: ({ type, data }) => (type === 'ClientLost' || type === 'ClientWonBack' ? [data.clientId] : []),
  on: {
    ClientLost: ({ data: { clientId, storeId, leftOn, reason, status = 'client' } }, rows) => {
      const before = rows.get(clientId)?.losses ?? [];
      const ended = before.filter(({ wonBackOn }) => wonBackOn !== null); // what was noted and has not ended is corrected
      const losses = [...ended, { leftOn, reason, status, wonBackOn: null }];
      rows.set(clientId, { clientId, storeId, losses });
    },
    ClientWonBack: ({ data: { clientId, visitedOn, saidOn }, occurredAt }, rows) => {
      const row = rows.get(clientId);
      if (row === undefined) return; // she never left; what is known of her was restricted
      const wonBackOn = visitedOn ?? saidOn ?? occurredAt.slice(0, 10); // earlier facts: by UTC
      const losses = row.losses.map((one) => ({ ...one, wonBackOn: one.wonBackOn ?? wonBackOn }));
      rows.set(clientId, { ...row, losses });
    },
    LeadAdded: ignored,
    LeadClassed: ignored,
    LeadQualified: ignored,
    ClientRegistered: ignored,
    ContactChanged: ignored,
    FileSectionUpdated: ignored,
    FileReviewed: ignored,
    ClientRestricted: ignored,
    ClientErased: ignored,
  },
};
