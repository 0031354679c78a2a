import type { DomainEvent } from '#libs/event-sourcing';

/** What is on the menu of the chain, as far as it matters to whom it is given. */
export type ItemLearned = DomainEvent<
  'ItemLearned',
  {
    itemId: string;
    effectiveFrom: string;
    contraindications: readonly string[];
  }
>;
