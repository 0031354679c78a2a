import type { MedicalLicence } from '#contracts/stores/medical';
import type { DomainEvent } from '#libs/event-sourcing';

export const GRADES = ['AA', 'A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

export const STORE_STATUSES = ['opening', 'open', 'suspended', 'closed'] as const;
export type StoreStatus = (typeof STORE_STATUSES)[number];

export interface OpeningHours {
  /** 1 is Monday, 7 Sunday; a weekday that is not named is closed. */
  weekday: number;
  /** `hh:mm` on the clock in the store. */
  opens: string;
  closes: string;
}

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

/** What of a store changes in time. Time zone and currency never do: what was recorded goes by them. */
export interface StoreStanding {
  name: string;
  region: string;
  legalEntity: string;
  grade: Grade;
  status: StoreStatus;
  openingHours: readonly OpeningHours[];
  /** Days on which it is closed whatever the weekday. */
  closedOn: readonly string[];
  /** Null where it has none, or none any more: it ended, or was suspended or withdrawn. */
  medicalLicence: MedicalLicence | null;
}

export type StoreChanged = DomainEvent<
  'StoreChanged',
  {
    storeId: string;
    /** The first day it holds, in the store. */
    effectiveFrom: string;
    /** A word of the chain's own list. */
    reason: string;
    changes: Partial<StoreStanding>;
  }
>;

export type StoreEvent = StoreOpened | StoreChanged;
