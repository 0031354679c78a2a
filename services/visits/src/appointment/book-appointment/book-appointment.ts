import { Rejection, type Decide } from '#libs/event-sourcing';
import type { AppointmentBooked, AppointmentEvent } from '../appointment.events.js';
import type { Appointment } from '../appointment.js';
import { minutesOf, timeOf } from '../appointment-time.js';

export class BookAppointment {
  constructor(
    readonly data: Omit<AppointmentBooked['data'], 'endsAt' | 'startsOn'> & {
      readonly minutes: number;
      readonly bookedAt: string;
    },
  ) {}
}

/** A time and hands for her, each taken for nobody else. Told again it is the same; another under its id is refused. */
export const bookAppointment =
  (timeZone: string): Decide<BookAppointment, Appointment, AppointmentEvent> =>
  ({ data }, state) => {
    const { minutes, bookedAt: occurredAt, startsAt, ...agreed } = data;
    if (state.status !== 'unknown') return onlyTheSame(state.booked, data);
    const time = timeOf(startsAt, minutes, timeZone, occurredAt);
    const { storeId } = agreed;
    return [{ type: 'AppointmentBooked', occurredAt, storeId, data: { ...agreed, ...time } }];
  };

const onlyTheSame = (booked: AppointmentBooked['data'], told: BookAppointment['data']): [] => {
  const { clientId, storeId, staffId, startsAt, itemIds } = booked;
  const same =
    JSON.stringify([clientId, storeId, staffId, startsAt, minutesOf(booked), itemIds]) ===
    JSON.stringify([told.clientId, told.storeId, told.staffId, told.startsAt, told.minutes, told.itemIds]);
  if (same) return [];
  throw new Rejection('appointment-booked-differently', 'Another appointment was booked under this id.', {
    appointmentId: told.appointmentId,
  });
};
