import { decisions } from '#libs/testing';
import { anAppointmentBooked, appointmentMoved } from '../../testing/appointment.builders.js';
import { appointment } from '../appointment.js';
import { BookAppointment, bookAppointment } from './book-appointment.js';

const spec = decisions(appointment, bookAppointment('Asia/Shanghai'));
const booked = anAppointmentBooked();
const { endsAt: _ends, startsOn: _on, ...agreed } = booked.data;
const booking = (change: Partial<BookAppointment['data']> = {}) =>
  new BookAppointment({ ...agreed, minutes: 90, bookedAt: booked.occurredAt, ...change });

describe('booking an appointment', () => {
  it('agrees on a time and who serves, on a day of the store', () => {
    spec.given().when(booking()).then(booked);
  });

  it('falls on the day that it is at the store, not in Greenwich', () => {
    const late = { startsAt: '2026-03-02T17:00:00.000Z', endsAt: '2026-03-02T18:30:00.000Z' };
    spec
      .given()
      .when(booking({ startsAt: late.startsAt }))
      .then(anAppointmentBooked({ ...late, startsOn: '2026-03-03' }));
  });

  it('changes nothing when it is told again, not even after it was moved', () => {
    spec.given(booked).when(booking()).thenNothing();
    spec.given(booked, appointmentMoved()).when(booking()).thenNothing();
  });

  it.each([
    { minutes: 60 },
    { staffId: 'mei' },
    { itemIds: ['peel-30'] },
    { startsAt: '2026-03-02T04:00:00.000Z' },
  ])('refuses another under its id: %j', (change) => {
    spec.given(booked).when(booking(change)).thenRefused('appointment-booked-differently');
  });

  it('takes one that has begun, as of somebody who walks in, and none that would be over', () => {
    const { startsAt } = booked.data;
    const now = '2026-03-02T03:29:59.000Z';
    spec
      .given()
      .when(booking({ startsAt, bookedAt: now }))
      .then({ ...booked, occurredAt: now });
    spec
      .given()
      .when(booking({ bookedAt: '2026-03-02T03:30:00.000Z' }))
      .thenRefused('time-is-past');
  });

  it('refuses a year that nobody means', () => {
    spec
      .given()
      .when(booking({ startsAt: '2027-03-03T02:00:00.000Z' }))
      .thenRefused('time-too-far');
  });
});
