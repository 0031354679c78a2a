import type { MedicalSubject } from '#contracts/stores/medical';
import { latest } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { ItemLearned } from './known-item.events.js';

/** What an item is from which day on, each day once; care is kept, too: what is heard later may be of an earlier day. */
export type KnownItem = readonly Omit<ItemLearned['data'], 'itemId'>[];

export const knownItem: Aggregate<KnownItem, ItemLearned> = {
  category: 'known-item',
  initial: [],
  evolve: (before, { data: { effectiveFrom, medicalSubject } }) => [
    ...before.filter((said) => said.effectiveFrom !== effectiveFrom),
    { effectiveFrom, medicalSubject },
  ],
};

/** The subject of an item that is a medical treatment on a day; null of care, and of what nobody has heard of. */
export const subjectOn = (item: KnownItem, day: string): MedicalSubject | null =>
  latest(item, day)?.medicalSubject ?? null;
