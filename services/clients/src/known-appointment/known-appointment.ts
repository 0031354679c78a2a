import type { Aggregate } from '#libs/event-sourcing';
import type { AppointmentLearned, AppointmentTime } from './known-appointment.events.js';

type KnownAppointment = Pick<AppointmentLearned['data'], 'storeId' | 'time'>;

/** A client's appointments, by id. */
export type KnownAppointments = Readonly<Record<string, KnownAppointment>>;

export type NextVisit = AppointmentTime & { readonly storeId: string };

/** A stream for each client: who greets her reads one. */
export const knownAppointment: Aggregate<KnownAppointments, AppointmentLearned> = {
  category: 'known-appointment',
  initial: {},
  evolve: (before, { data: { appointmentId, storeId, time } }) => ({
    ...before,
    [appointmentId]: { storeId, time },
  }),
};

/** Of all that are agreed on, the first that is not over: who comes late is still expected. */
export const nextVisitOf = (heard: readonly KnownAppointments[], now: string): NextVisit | null => {
  const ahead = heard
    .flatMap((appointments) => Object.values(appointments))
    .flatMap(({ storeId, time }) => (time !== null && time.endsAt > now ? [{ storeId, ...time }] : []));
  return ahead.sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))[0] ?? null;
};
