import { KnownAppointmentsQuery } from './known-appointments.query.js';
import { LearnAppointmentHandler } from './learn-appointment/learn-appointment.handler.js';
import { LearnAppointmentOnAppointmentBooked } from './learn-appointment/on-appointment-booked.consumer.js';
import { LearnAppointmentOnAppointmentCancelled } from './learn-appointment/on-appointment-cancelled.consumer.js';
import { LearnAppointmentOnAppointmentKept } from './learn-appointment/on-appointment-kept.consumer.js';
import { LearnAppointmentOnAppointmentMissed } from './learn-appointment/on-appointment-missed.consumer.js';
import { LearnAppointmentOnAppointmentMoved } from './learn-appointment/on-appointment-moved.consumer.js';

export const knownAppointmentSlices = {
  controllers: [
    LearnAppointmentOnAppointmentBooked,
    LearnAppointmentOnAppointmentMoved,
    LearnAppointmentOnAppointmentCancelled,
    LearnAppointmentOnAppointmentKept,
    LearnAppointmentOnAppointmentMissed,
  ],
  providers: [LearnAppointmentHandler, KnownAppointmentsQuery],
};
