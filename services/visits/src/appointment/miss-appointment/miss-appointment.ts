import { Rejection, type Decide } from '#libs/event-sourcing';
import type { AppointmentEvent } from '../appointment.events.js';
import { standing, whoseIs, type Appointment } from '../appointment.js';

export class MissAppointment {
  constructor(readonly data: { readonly appointmentId: string; readonly now: string }) {}
}

/** She has not come: not to be said before it has begun, for until then she may. What is left of its time is free. */
export const missAppointment: Decide<MissAppointment, Appointment, AppointmentEvent> = (
  { data: { appointmentId, now: occurredAt } },
  state,
) => {
  if (state.status === 'missed') return [];
  const known = standing(state, appointmentId);
  const { storeId, startsAt } = known.agreed;
  if (Date.parse(occurredAt) < Date.parse(startsAt)) {
    throw new Rejection('appointment-not-begun', 'It has not begun: she may still come.', { startsAt });
  }
  return [{ type: 'AppointmentMissed', occurredAt, storeId, data: whoseIs(known) }];
};
