import type { DomainEvent } from '#libs/event-sourcing';

export const ITEM_KINDS = ['regular', 'special'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What is on the menu of the chain, as far as it matters to whom it is given. */
export type ItemLearned = DomainEvent<
  'ItemLearned',
  {
    itemId: string;
    effectiveFrom: string;
    contraindications: readonly string[];
    /** Earlier facts do not say how it is called, and of which kind it is. */
    name?: string;
    kind?: ItemKind;
  }
>;

/** From a day on it is not on the menu any more. */
export type ItemRetirementLearned = DomainEvent<
  'ItemRetirementLearned',
  { itemId: string; effectiveFrom: string }
>;

export type KnownItemEvent = ItemLearned | ItemRetirementLearned;
