import type { DomainEvent } from '#libs/event-sourcing';

export const GRADES = ['AA', 'A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** A store was opened, as `stores` told it. */
export type StoreLearned = DomainEvent<
  'StoreLearned',
  {
    storeId: string;
    grade: Grade;
    /** Absent in what was learned first. */
    timeZone?: string;
    /** What is paid in there. Absent in what was learned first. */
    currency?: string;
    /** Whose it is, empty when nobody was named. Absent in what was learned first. */
    legalEntity?: string;
  }
>;

/** It is of another grade from a day on, at the store. */
export type StoreGradeLearned = DomainEvent<
  'StoreGradeLearned',
  { storeId: string; effectiveFrom: string; grade: Grade }
>;

/** It is another company's from a day on, at the store. */
export type StoreEntityLearned = DomainEvent<
  'StoreEntityLearned',
  { storeId: string; effectiveFrom: string; legalEntity: string }
>;

export type KnownStoreEvent = StoreLearned | StoreGradeLearned | StoreEntityLearned;
