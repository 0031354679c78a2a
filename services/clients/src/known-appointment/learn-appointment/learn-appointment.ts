import type { Decide } from '#libs/event-sourcing';
import type { AppointmentLearned } from '../known-appointment.events.js';
import type { KnownAppointments } from '../known-appointment.js';

export class LearnAppointment {
  constructor(readonly data: AppointmentLearned['data'] & { readonly toldAt: string }) {}
}

/** What was told last holds; one that is over stays over, and what is known already is not learned again. */
export const learnAppointment: Decide<LearnAppointment, KnownAppointments, AppointmentLearned> = (
  { data },
  appointments,
) => {
  const { toldAt: occurredAt, ...learned } = data;
  const known = appointments[learned.appointmentId];
  if (known?.time === null || JSON.stringify(known?.time) === JSON.stringify(learned.time)) return [];
  return [{ type: 'AppointmentLearned', occurredAt, storeId: learned.storeId, data: learned }];
};
