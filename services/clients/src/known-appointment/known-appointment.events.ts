import type { DomainEvent } from '#libs/event-sourcing';

/** What became of an appointment of hers, as `visits` told it; occurs when it was agreed on, moved, or over. */
export type AppointmentLearned = DomainEvent<
  'AppointmentLearned',
  {
    clientId: string;
    appointmentId: string;
    storeId: string;
    /** When it is now; null once it is called off, kept or missed. */
    time: AppointmentTime | null;
  }
>;

export interface AppointmentTime {
  readonly startsAt: string;
  readonly endsAt: string;
  /** The day at the store. */
  readonly startsOn: string;
  readonly staffId: string;
  readonly itemIds: readonly string[];
}
