import type { Projection } from '#libs/event-sourcing';
import type { ClientsDistinguished } from '../client-distinction.events.js';
import { pairOf } from '../client-distinction.js';

export interface DistinctPairRow {
  pair: string;
  oneId: string;
  otherId: string;
}

/** Who was said to be two. */
export const distinctPair: Projection<ClientsDistinguished, DistinctPairRow> = {
  name: 'distinct_pair',
  of: ['client-distinction'],
  columns: { pair: 'text', oneId: 'text not null', otherId: 'text not null' },
  key: 'pair',
  on: {
    ClientsDistinguished: ({ data: { clientId: oneId, otherId } }, rows) => {
      const pair = pairOf(oneId, otherId);
      rows.set(pair, { pair, oneId, otherId });
    },
  },
};
