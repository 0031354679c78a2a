import { claim, type Aggregate } from '#libs/event-sourcing';
import type { StoreEvent, StoreOpened } from './store.events.js';

export type Store =
  | { readonly status: 'unopened' }
  | ({ readonly status: 'open'; readonly openedAt: string } & StoreOpened['data']);

export const store: Aggregate<Store, StoreEvent> = {
  category: 'store',
  initial: { status: 'unopened' },
  evolve: (_store, event) => {
    switch (event.type) {
      case 'StoreOpened':
        return { status: 'open', openedAt: event.occurredAt, ...event.data };
    }
  },
  storeOf: (state) => (state.status === 'unopened' ? null : state.storeId),
  /** Ids that people would take for the same: `sh-01` and `SH-01`. */
  claims: ({ data }) => [claim(`store-id:${data.storeId.normalize('NFKC').toLowerCase()}`)],
};
