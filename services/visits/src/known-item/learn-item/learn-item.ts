import type { Decide } from '#libs/event-sourcing';
import type { ItemLearned } from '../known-item.events.js';
import type { KnownItem } from '../known-item.js';

export class LearnItem {
  constructor(readonly data: ItemLearned['data'] & { readonly offeredAt: string }) {}
}

/** What is said of a day again and is the same teaches nothing. */
export const learnItem: Decide<LearnItem, KnownItem, ItemLearned> = ({ data }, item) => {
  const { offeredAt: occurredAt, ...learned } = data;
  const before = item.find(({ effectiveFrom }) => effectiveFrom === learned.effectiveFrom);
  if (before?.medicalSubject === learned.medicalSubject) return [];
  return [{ type: 'ItemLearned', occurredAt, data: learned }];
};
