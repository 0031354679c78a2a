import { decisions } from '#libs/testing';
import {
  anAppointmentBooked,
  appointmentCancelled,
  appointmentKept,
  appointmentMissed,
} from '../../testing/appointment.builders.js';
import { appointment } from '../appointment.js';
import { CancelAppointment, cancelAppointment } from './cancel-appointment.js';

const spec = decisions(appointment, cancelAppointment);
const booked = anAppointmentBooked();
const cancelled = appointmentCancelled();
const { appointmentId } = booked.data;
const command = new CancelAppointment({ appointmentId, by: 'client', cancelledAt: cancelled.occurredAt });

describe('cancelling an appointment', () => {
  it('says who did not want it any more', () => {
    spec.given(booked).when(command).then(cancelled);
  });

  it('changes nothing when it is cancelled already', () => {
    spec.given(booked, cancelled).when(command).thenNothing();
  });

  it.each([appointmentKept(), appointmentMissed()])('leaves what has its end: $type', (end) => {
    spec.given(booked, end).when(command).thenRefused('appointment-over');
  });

  it('refuses what was never booked', () => {
    spec.given().when(command).thenRefused('unknown-appointment');
  });
});
