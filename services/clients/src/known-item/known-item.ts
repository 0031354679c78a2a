import { latest } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { ItemKind, KnownItemEvent } from './known-item.events.js';

export interface Described {
  readonly name: string | null;
  readonly kind: ItemKind | null;
  readonly contraindications: readonly string[];
}

export interface SaidOfItem {
  readonly effectiveFrom: string;
  /** Null when it leaves the menu. */
  readonly described: Described | null;
}

/** What was said of an item, in the order in which that was heard; of one day, what was said last holds. */
export type KnownItem = readonly SaidOfItem[];

export const knownItem: Aggregate<KnownItem, KnownItemEvent> = {
  category: 'known-item',
  initial: [],
  evolve: (before, event) => {
    const { effectiveFrom } = event.data;
    if (event.type === 'ItemRetirementLearned') return [...before, { effectiveFrom, described: null }];
    const { contraindications, name = null, kind = null } = event.data;
    return [...before, { effectiveFrom, described: { name, kind, contraindications } }];
  },
};

/** As it is on the menu on a day; null where it is not. */
export const onMenu = (item: KnownItem, day: string): Described | null =>
  latest(item, day)?.described ?? null;

/** As it was described last up to a day, whether it is on the menu still or not; undefined where nobody has heard of it. */
export const describedOn = (item: KnownItem, day: string): Described | undefined =>
  latest(
    item.filter(({ described }) => described !== null),
    day,
  )?.described ?? undefined;

/** What speaks against an item on a day, as it is described then, or first after; undefined for one that nobody has heard of. */
export const contraindicationsOn = (item: KnownItem, day: string): readonly string[] | undefined =>
  (describedOn(item, day) ?? firstDescribed(item))?.contraindications;

/** As it comes onto the menu. */
const firstDescribed = (item: KnownItem): Described | undefined => {
  const [first] = item
    .filter(({ described }) => described !== null)
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort();
  return first === undefined ? undefined : describedOn(item, first);
};
