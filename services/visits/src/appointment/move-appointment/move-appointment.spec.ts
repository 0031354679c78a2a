import { decisions } from '#libs/testing';
import {
  anAppointmentBooked,
  appointmentCancelled,
  appointmentKept,
  appointmentMissed,
  appointmentMoved,
} from '../../testing/appointment.builders.js';
import { appointment } from '../appointment.js';
import { MoveAppointment, moveAppointment } from './move-appointment.js';

const spec = decisions(appointment, moveAppointment('Asia/Shanghai'));
const booked = anAppointmentBooked();
const moved = appointmentMoved();
const { appointmentId } = booked.data;
const moving = (to: Partial<MoveAppointment['data']>) =>
  new MoveAppointment({ appointmentId, movedAt: moved.occurredAt, ...to });

describe('moving an appointment', () => {
  it('is at another time, in other hands', () => {
    const { startsAt, staffId } = moved.data;
    spec.given(booked).when(moving({ startsAt, staffId })).then(moved);
  });

  it('leaves as it is what is not said', () => {
    const { startsAt, endsAt, startsOn } = booked.data;
    spec
      .given(booked)
      .when(moving({ staffId: 'mei' }))
      .then(appointmentMoved({ startsAt, endsAt, startsOn }));
    spec
      .given(booked)
      .when(moving({ minutes: 60 }))
      .then(appointmentMoved({ startsAt, startsOn, endsAt: '2026-03-02T03:00:00.000Z', staffId: 'li' }));
  });

  it('changes nothing when it is there already', () => {
    const { startsAt, staffId } = moved.data;
    spec.given(booked, moved).when(moving({ startsAt, staffId })).thenNothing();
    spec.given(booked).when(moving({})).thenNothing();
  });

  it('refuses a time that is over', () => {
    spec
      .given(booked)
      .when(moving({ startsAt: '2026-03-01T01:00:00.000Z' }))
      .thenRefused('time-is-past');
  });

  it.each([appointmentCancelled(), appointmentKept(), appointmentMissed()])(
    'leaves what has its end: $type',
    (end) => {
      spec
        .given(booked, end)
        .when(moving({ staffId: 'mei' }))
        .thenRefused('appointment-over');
    },
  );

  it('refuses what was never booked', () => {
    spec.given().when(moving({})).thenRefused('unknown-appointment');
  });
});
