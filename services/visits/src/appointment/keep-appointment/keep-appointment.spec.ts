import { decisions } from '#libs/testing';
import {
  anAppointmentBooked,
  appointmentCancelled,
  appointmentKept,
  appointmentMissed,
} from '../../testing/appointment.builders.js';
import { appointment } from '../appointment.js';
import { KeepAppointment, keepAppointment } from './keep-appointment.js';

const spec = decisions(appointment, keepAppointment);
const booked = anAppointmentBooked();
const kept = appointmentKept();
const { appointmentId } = booked.data;
const command = new KeepAppointment({ appointmentId, arrivedAt: kept.occurredAt });

describe('coming to an appointment', () => {
  it('keeps when she came, be it early', () => {
    spec.given(booked).when(command).then(kept);
  });

  it('changes nothing when that is told again', () => {
    spec.given(booked, kept).when(command).thenNothing();
  });

  it.each([appointmentCancelled(), appointmentMissed()])('leaves what has its end: $type', (end) => {
    spec.given(booked, end).when(command).thenRefused('appointment-over');
  });

  it('refuses what was never booked', () => {
    spec.given().when(command).thenRefused('unknown-appointment');
  });
});
