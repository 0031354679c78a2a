import type { Aggregate } from '#libs/event-sourcing';
import type { KnownStoreEvent, StoreLearned } from './known-store.events.js';

/** What complaints must know of a store to tell the day something happened there. */
export type KnownStore =
  { readonly status: 'unknown' } | ({ readonly status: 'known' } & StoreLearned['data']);

export const knownStore: Aggregate<KnownStore, KnownStoreEvent> = {
  category: 'known-store',
  initial: { status: 'unknown' },
  evolve: (_store, event) => {
    switch (event.type) {
      case 'StoreLearned':
        return { status: 'known', ...event.data };
    }
  },
};
