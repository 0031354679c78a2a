import { z } from 'zod';
import type { AppointmentStatus } from './appointment.js';

export const STATUSES = ['booked', 'cancelled', 'kept', 'missed'] as const satisfies AppointmentStatus[];

/** What an appointment shows wherever it is shown. */
export const appointmentFields = {
  appointmentId: z.uuid(),
  storeId: z.string(),
  clientId: z.uuid(),
  staffId: z.string(),
  itemIds: z.array(z.string()).readonly(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  startsOn: z.iso.date().describe('The day at the store'),
  status: z.enum(STATUSES),
};
