import { decisions } from '#libs/testing';
import {
  anAppointmentBooked,
  appointmentCancelled,
  appointmentKept,
  appointmentMissed,
} from '../../testing/appointment.builders.js';
import { appointment } from '../appointment.js';
import { MissAppointment, missAppointment } from './miss-appointment.js';

const spec = decisions(appointment, missAppointment);
const booked = anAppointmentBooked();
const missed = appointmentMissed();
const { appointmentId } = booked.data;
const command = new MissAppointment({ appointmentId, now: missed.occurredAt });

describe('missing an appointment', () => {
  it('is said once it has begun', () => {
    spec.given(booked).when(command).then(missed);
  });

  it('is not said before: she may still come', () => {
    const early = new MissAppointment({ appointmentId, now: '2026-03-02T01:59:59.000Z' });
    spec.given(booked).when(early).thenRefused('appointment-not-begun');
  });

  it('changes nothing when that is told again', () => {
    spec.given(booked, missed).when(command).thenNothing();
  });

  it.each([appointmentCancelled(), appointmentKept()])('leaves what has its end: $type', (end) => {
    spec.given(booked, end).when(command).thenRefused('appointment-over');
  });

  it('refuses what was never booked', () => {
    spec.given().when(command).thenRefused('unknown-appointment');
  });
});
