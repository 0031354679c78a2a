import { latest } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { Grade, KnownStoreEvent, StoreGradeLearned } from './known-store.events.js';

/** What clients must know of a store to class who comes there, and to tell what day it is there. */
export interface KnownStore {
  /** Of which grade it was opened; null for a store that nobody has heard of. */
  readonly openedAs: Grade | null;
  readonly timeZone: string | null;
  readonly changes: readonly Omit<StoreGradeLearned['data'], 'storeId'>[];
}

export const knownStore: Aggregate<KnownStore, KnownStoreEvent> = {
  category: 'known-store',
  initial: { openedAs: null, timeZone: null, changes: [] },
  evolve: (before, { type, data }) => {
    switch (type) {
      case 'StoreLearned':
        return { ...before, openedAs: data.grade, timeZone: data.timeZone ?? null };
      case 'StoreGradeLearned': {
        const { effectiveFrom, grade } = data;
        const others = before.changes.filter((change) => change.effectiveFrom !== effectiveFrom);
        return { ...before, changes: [...others, { effectiveFrom, grade }] };
      }
    }
  },
};

/** Of which grade a store is on a day. */
export const gradeOn = ({ openedAs, changes }: KnownStore, day: string): Grade | null =>
  latest(changes, day)?.grade ?? openedAs;
