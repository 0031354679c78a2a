import { latest } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { Grade, KnownStoreEvent, StoreEntityLearned, StoreGradeLearned } from './known-store.events.js';

/** What clients must know of a store: to class who comes there, to tell what day it is there, and whose it is. */
export interface KnownStore {
  /** Of which grade it was opened; null for a store that nobody has heard of. */
  readonly openedAs: Grade | null;
  /** Whose it was when it was opened; null where that was not told. */
  readonly openedBy: string | null;
  readonly timeZone: string | null;
  readonly currency: string | null;
  readonly grades: readonly Omit<StoreGradeLearned['data'], 'storeId'>[];
  readonly entities: readonly Omit<StoreEntityLearned['data'], 'storeId'>[];
}

export const knownStore: Aggregate<KnownStore, KnownStoreEvent> = {
  category: 'known-store',
  initial: { openedAs: null, openedBy: null, timeZone: null, currency: null, grades: [], entities: [] },
  evolve: (before, { type, data }) => {
    switch (type) {
      case 'StoreLearned': {
        const { grade: openedAs, timeZone = null, currency = null, legalEntity: openedBy = null } = data;
        return { ...before, openedAs, openedBy, timeZone, currency };
      }
      case 'StoreGradeLearned': {
        const { effectiveFrom, grade } = data;
        return { ...before, grades: [...others(before.grades, effectiveFrom), { effectiveFrom, grade }] };
      }
      case 'StoreEntityLearned': {
        const { effectiveFrom, legalEntity } = data;
        const entities = [...others(before.entities, effectiveFrom), { effectiveFrom, legalEntity }];
        return { ...before, entities };
      }
    }
  },
};

const others = <Change extends { readonly effectiveFrom: string }>(
  changes: readonly Change[],
  day: string,
): readonly Change[] => changes.filter(({ effectiveFrom }) => effectiveFrom !== day);

/** Of which grade a store is on a day. */
export const gradeOn = ({ openedAs, grades }: KnownStore, day: string): Grade | null =>
  latest(grades, day)?.grade ?? openedAs;

/** Whose a store is on a day, by its legal entity: empty when nobody was named, null when we were not told. */
export const entityOn = ({ openedBy, entities }: KnownStore, day: string): string | null =>
  latest(entities, day)?.legalEntity ?? openedBy;

/**
 * Whether two stores are one company's. Those for which none is named are the chain's own; one of which we do not know whose
 * it is, is another's.
 */
export const isOneCompany = (entity: string | null, other: string | null): boolean =>
  entity !== null && entity === other;
