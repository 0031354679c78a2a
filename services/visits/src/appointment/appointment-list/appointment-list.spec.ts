import { views } from '#libs/testing';
import {
  anAppointmentBooked,
  appointmentCancelled,
  appointmentKept,
  appointmentMissed,
  appointmentMoved,
} from '../../testing/appointment.builders.js';
import { aStoreLearned, aVisitCompleted } from '../../testing/visit.builders.js';
import { appointmentList } from './appointment-list.projection.js';

const spec = views(appointmentList);
const booked = anAppointmentBooked({ despite: 'patch-tested' });
const { despite: _ofHerHealth, ...agreed } = booked.data;
const row = { ...agreed, status: 'booked' } as const;

describe('the list of appointments', () => {
  it('shows what was agreed on, and nothing of her health', () => {
    spec.given(booked).thenRows(row);
  });

  it('shows where it was moved to', () => {
    const { fromStaffId: _before, ...moved } = appointmentMoved().data;
    spec.given(booked, appointmentMoved()).thenRows({ ...row, ...moved });
  });

  it.each([
    [appointmentCancelled(), 'cancelled'],
    [appointmentKept(), 'kept'],
    [appointmentMissed(), 'missed'],
  ] as const)('shows how it ended: $type', (end, status) => {
    spec.given(booked, end).thenRows({ ...row, status });
  });

  it('shows nothing of visits, nor of stores', () => {
    spec.given(aVisitCompleted(), aStoreLearned()).thenRows();
  });
});
