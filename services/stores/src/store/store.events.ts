import type { DomainEvent } from '#libs/event-sourcing';

export const GRADES = ['AA', 'A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

export type StoreOpened = DomainEvent<
  'StoreOpened',
  {
    storeId: string;
    name: string;
    region: string;
    /** IANA name; the store's days begin and end by it. */
    timeZone: string;
    /** ISO 4217. */
    currency: string;
    legalEntity: string;
    grade: Grade;
  }
>;

export type StoreEvent = StoreOpened;
