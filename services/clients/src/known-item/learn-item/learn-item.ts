import type { Decide } from '#libs/event-sourcing';
import type { ItemLearned, KnownItemEvent } from '../known-item.events.js';
import type { Described, KnownItem } from '../known-item.js';

export class LearnItem {
  constructor(readonly data: ItemLearned['data'] & { readonly offeredAt: string }) {}
}

/** What is said of a day again and is the same teaches nothing. */
export const learnItem: Decide<LearnItem, KnownItem, KnownItemEvent> = ({ data }, item) => {
  const { offeredAt: occurredAt, ...learned } = data;
  const standing = item.findLast(({ effectiveFrom }) => effectiveFrom === learned.effectiveFrom)?.described;
  if (standing && saysTheSame(standing, learned)) return [];
  return [{ type: 'ItemLearned', occurredAt, data: learned }];
};

const saysTheSame = (standing: Described, { name, kind, contraindications }: ItemLearned['data']): boolean =>
  standing.name === (name ?? null) &&
  standing.kind === (kind ?? null) &&
  standing.contraindications.join() === contraindications.join();
