import type { Decide } from '#libs/event-sourcing';
import type { ItemRetirementLearned, KnownItemEvent } from '../known-item.events.js';
import type { KnownItem } from '../known-item.js';

export class LearnRetirement {
  constructor(readonly data: ItemRetirementLearned['data'] & { readonly retiredAt: string }) {}
}

/** Told twice, learned once. */
export const learnRetirement: Decide<LearnRetirement, KnownItem, KnownItemEvent> = ({ data }, item) => {
  const { retiredAt: occurredAt, ...learned } = data;
  const standing = item.findLast(({ effectiveFrom }) => effectiveFrom === learned.effectiveFrom);
  if (standing?.described === null) return [];
  return [{ type: 'ItemRetirementLearned', occurredAt, data: learned }];
};
