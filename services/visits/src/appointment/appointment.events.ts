import type { DomainEvent } from '#libs/event-sourcing';
import type { Despite } from '../visit/visit.events.js';

export const CANCELLED_BY = ['client', 'store'] as const;
export type CancelledBy = (typeof CANCELLED_BY)[number];

/** What an appointment is about for as long as it stands, told with each of its facts: each is read without the others. */
interface Whose {
  readonly appointmentId: string;
  readonly clientId: string;
  readonly storeId: string;
  /** Who is to serve her. */
  readonly staffId: string;
}

/** When it is: from `startsAt` until just before `endsAt`. */
export interface Time {
  readonly startsAt: string;
  readonly endsAt: string;
  /** The day at the store. */
  readonly startsOn: string;
}

/** Occurs when it was agreed on. */
export type AppointmentBooked = DomainEvent<
  'AppointmentBooked',
  Whose &
    Time & {
      readonly itemIds: readonly string[];
      /** Why she may be given what something in her file speaks against; left out where nothing was asked. */
      readonly despite?: Despite;
    }
>;

/** To another time, other hands, or both. */
export type AppointmentMoved = DomainEvent<
  'AppointmentMoved',
  Whose & Time & { readonly itemIds: readonly string[]; readonly fromStaffId: string }
>;

export type AppointmentCancelled = DomainEvent<'AppointmentCancelled', Whose & { readonly by: CancelledBy }>;

/** She is here. */
export type AppointmentKept = DomainEvent<'AppointmentKept', Whose>;

/** She did not come. */
export type AppointmentMissed = DomainEvent<'AppointmentMissed', Whose>;

export type AppointmentEvent =
  AppointmentBooked | AppointmentMoved | AppointmentCancelled | AppointmentKept | AppointmentMissed;
