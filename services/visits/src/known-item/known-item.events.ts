import type { MedicalSubject } from '#contracts/stores/medical';
import type { DomainEvent } from '#libs/event-sourcing';

/** What kind of treatment an item is from a day on. */
export type ItemLearned = DomainEvent<
  'ItemLearned',
  {
    itemId: string;
    effectiveFrom: string;
    /** What the licence of a store that gives it must name; null of care. */
    medicalSubject: MedicalSubject | null;
  }
>;
