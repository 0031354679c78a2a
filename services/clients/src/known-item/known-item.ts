import { latest } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { ItemLearned } from './known-item.events.js';

type Described = Pick<ItemLearned['data'], 'effectiveFrom' | 'contraindications'>;

/** How an item was described, in the order in which that was heard. */
export type KnownItem = readonly Described[];

export const knownItem: Aggregate<KnownItem, ItemLearned> = {
  category: 'known-item',
  initial: [],
  evolve: (before, { data: { effectiveFrom, contraindications } }) => [
    ...before.filter((described) => described.effectiveFrom !== effectiveFrom),
    { effectiveFrom, contraindications },
  ],
};

/** What speaks against an item on a day, as it is described then; undefined for one that nobody has heard of. */
export const contraindicationsOn = (item: KnownItem, day: string): readonly string[] | undefined =>
  latest(item, day)?.contraindications;
