import { ignored, type Projection } from '#libs/event-sourcing';
import type { ErasureEvent } from '../erasure.events.js';

export interface ErasureRow {
  clientId: string;
  storeId: string;
  orderedAt: string;
  carriedOutAt: string | null;
}

/** Which erasures are under way. */
export const erasureList: Projection<ErasureEvent, ErasureRow> = {
  name: 'erasure_list',
  of: ['erasure'],
  columns: {
    clientId: 'text',
    storeId: 'text not null',
    orderedAt: 'timestamptz not null',
    carriedOutAt: 'timestamptz',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"carriedOutAt", "orderedAt"'],
  reads: ({ data }) => [data.clientId],
  on: {
    ErasureOrdered: ({ data: { clientId, storeId }, occurredAt: orderedAt }, rows) =>
      rows.set(clientId, { clientId, storeId, orderedAt, carriedOutAt: null }),
    ErasureCarriedOut: ({ data: { clientId }, occurredAt: carriedOutAt }, rows) =>
      rows.set(clientId, { ...rows.get(clientId)!, carriedOutAt }),
    ErasureReached: ignored,
  },
};
