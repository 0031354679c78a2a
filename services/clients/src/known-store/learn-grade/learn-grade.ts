import type { Decide } from '#libs/event-sourcing';
import type { KnownStoreEvent, StoreGradeLearned } from '../known-store.events.js';
import type { KnownStore } from '../known-store.js';

export class LearnGrade {
  constructor(readonly data: StoreGradeLearned['data'] & { readonly changedAt: string }) {}
}

/** What is said of a day again and is the same teaches nothing. */
export const learnGrade: Decide<LearnGrade, KnownStore, KnownStoreEvent> = ({ data }, store) => {
  const { changedAt: occurredAt, ...learned } = data;
  const before = store.changes.find(({ effectiveFrom }) => effectiveFrom === learned.effectiveFrom);
  if (before?.grade === learned.grade) return [];
  return [{ type: 'StoreGradeLearned', occurredAt, storeId: learned.storeId, data: learned }];
};
