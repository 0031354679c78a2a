import { latest } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { KnownStoreEvent, LicenceLearned, StoreLearned } from './known-store.events.js';

/** What visits must know of a store to record anything there. */
export interface KnownStore {
  /** Null for one that nobody has heard of. */
  readonly place: StoreLearned['data'] | null;
  /** Each day once. */
  readonly licences: readonly Omit<LicenceLearned['data'], 'storeId'>[];
}

export const knownStore: Aggregate<KnownStore, KnownStoreEvent> = {
  category: 'known-store',
  initial: { place: null, licences: [] },
  evolve: (before, { type, data }) => {
    switch (type) {
      case 'StoreLearned':
        return { ...before, place: data };
      case 'LicenceLearned': {
        const { effectiveFrom, licence } = data;
        const others = before.licences.filter((one) => one.effectiveFrom !== effectiveFrom);
        return { ...before, licences: [...others, { effectiveFrom, licence }] };
      }
    }
  },
};

/** What was said last to hold on a day; it may have run out since. */
export const licenceOn = ({ licences }: KnownStore, day: string): LicenceLearned['data']['licence'] =>
  latest(licences, day)?.licence ?? null;
