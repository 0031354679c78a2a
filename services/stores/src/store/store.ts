import { claim, Rejection, type Aggregate } from '#libs/event-sourcing';
import type { StoreChanged, StoreEvent, StoreOpened } from './store.events.js';

export type StoreChange = Omit<StoreChanged['data'], 'storeId'>;

export interface OpenedStore {
  readonly status: 'opened';
  readonly openedAt: string;
  readonly opening: StoreOpened['data'];
  /** In the order they were decided. */
  readonly changes: readonly StoreChange[];
}

export type Store = { readonly status: 'unopened' } | OpenedStore;

export const store: Aggregate<Store, StoreEvent> = {
  category: 'store',
  initial: { status: 'unopened' },
  evolve: (before, { type, data, occurredAt: openedAt }) => {
    switch (type) {
      case 'StoreOpened':
        return { status: 'opened', openedAt, opening: data, changes: [] };
      case 'StoreChanged': {
        const { storeId, ...change } = data;
        const opened = before as OpenedStore;
        return { ...opened, changes: [...opened.changes, change] };
      }
    }
  },
  storeOf: (state) => (state.status === 'unopened' ? null : state.opening.storeId),
  /** Ids that people would take for the same: `sh-01` and `SH-01`. */
  claims: ({ type, data }) =>
    type === 'StoreOpened' ? [claim(`store-id:${data.storeId.normalize('NFKC').toLowerCase()}`)] : [],
};

/** Refuses for a store that was never opened. */
export const known = (storeId: string, state: Store): OpenedStore => {
  if (state.status === 'opened') return state;
  throw new Rejection('unknown-store', 'There is no store with this id.', { storeId }, 'not-found');
};
