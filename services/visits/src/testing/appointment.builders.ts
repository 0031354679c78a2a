import type {
  AppointmentBooked,
  AppointmentCancelled,
  AppointmentKept,
  AppointmentMissed,
  AppointmentMoved,
} from '../appointment/appointment.events.js';

const whose = {
  appointmentId: '01900000-0000-7000-8000-0000000000b1',
  clientId: '01900000-0000-7000-8000-00000000000c',
  storeId: 'sh-01',
  staffId: 'li',
};
const storeId = 'sh-01';

/** A facial at ten on 2 March in Shanghai, an hour and a half, agreed on the day before. */
export const anAppointmentBooked = (data: Partial<AppointmentBooked['data']> = {}): AppointmentBooked => ({
  type: 'AppointmentBooked',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId,
  data: {
    ...whose,
    itemIds: ['facial-60'],
    startsAt: '2026-03-02T02:00:00.000Z',
    endsAt: '2026-03-02T03:30:00.000Z',
    startsOn: '2026-03-02',
    ...data,
  },
});

/** A day later, with another therapist. */
export const appointmentMoved = (data: Partial<AppointmentMoved['data']> = {}): AppointmentMoved => ({
  type: 'AppointmentMoved',
  occurredAt: '2026-03-01T03:00:00.000Z',
  storeId,
  data: {
    ...whose,
    itemIds: ['facial-60'],
    startsAt: '2026-03-03T02:00:00.000Z',
    endsAt: '2026-03-03T03:30:00.000Z',
    startsOn: '2026-03-03',
    staffId: 'mei',
    fromStaffId: 'li',
    ...data,
  },
});

export const appointmentCancelled = (): AppointmentCancelled => ({
  type: 'AppointmentCancelled',
  occurredAt: '2026-03-01T04:00:00.000Z',
  storeId,
  data: { ...whose, by: 'client' },
});

export const appointmentKept = (): AppointmentKept => ({
  type: 'AppointmentKept',
  occurredAt: '2026-03-02T01:55:00.000Z',
  storeId,
  data: whose,
});

export const appointmentMissed = (): AppointmentMissed => ({
  type: 'AppointmentMissed',
  occurredAt: '2026-03-02T02:30:00.000Z',
  storeId,
  data: whose,
});
