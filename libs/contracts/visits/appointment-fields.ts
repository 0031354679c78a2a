import { z } from 'zod';
import { day, id, instant, storeId } from '../fields.js';

/** Whose appointment it is, and where. */
export const whose = {
  appointmentId: id,
  clientId: id,
  storeId,
  /** Who is to serve her. */
  staffId: z.string(),
};

/** What was agreed on: from `startsAt` until just before `endsAt`, on a day of the store. */
export const agreed = {
  startsAt: instant,
  endsAt: instant,
  startsOn: day,
  itemIds: z.array(z.string()),
};
