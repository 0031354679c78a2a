import type { MedicalLicence } from '#contracts/stores/medical';
import type { DomainEvent } from '#libs/event-sourcing';

export type StoreLearned = DomainEvent<
  'StoreLearned',
  { storeId: string; timeZone: string; currency: string }
>;

/** What a store may treat from a day on. */
export type LicenceLearned = DomainEvent<
  'LicenceLearned',
  {
    storeId: string;
    effectiveFrom: string;
    /** Null where it has none from then. */
    licence: Pick<MedicalLicence, 'subjects' | 'until'> | null;
  }
>;

export type KnownStoreEvent = StoreLearned | LicenceLearned;
