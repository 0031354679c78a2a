import type { Decide } from '#libs/event-sourcing';
import type { AppointmentEvent, CancelledBy } from '../appointment.events.js';
import { standing, whoseIs, type Appointment } from '../appointment.js';

export class CancelAppointment {
  constructor(
    readonly data: { readonly appointmentId: string; readonly by: CancelledBy; readonly cancelledAt: string },
  ) {}
}

/** Its time is free for others from then on. */
export const cancelAppointment: Decide<CancelAppointment, Appointment, AppointmentEvent> = (
  { data: { appointmentId, by, cancelledAt: occurredAt } },
  state,
) => {
  if (state.status === 'cancelled') return [];
  const known = standing(state, appointmentId);
  const { storeId } = known.agreed;
  return [{ type: 'AppointmentCancelled', occurredAt, storeId, data: { ...whoseIs(known), by } }];
};
