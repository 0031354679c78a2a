import type { Decide } from '#libs/event-sourcing';
import type { AppointmentEvent } from '../appointment.events.js';
import { standing, whoseIs, type Appointment } from '../appointment.js';

export class KeepAppointment {
  constructor(readonly data: { readonly appointmentId: string; readonly arrivedAt: string }) {}
}

/** She has come, early or late. */
export const keepAppointment: Decide<KeepAppointment, Appointment, AppointmentEvent> = (
  { data: { appointmentId, arrivedAt: occurredAt } },
  state,
) => {
  if (state.status === 'kept') return [];
  const known = standing(state, appointmentId);
  const { storeId } = known.agreed;
  return [{ type: 'AppointmentKept', occurredAt, storeId, data: whoseIs(known) }];
};
