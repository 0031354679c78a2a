import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const appointmentMissed = contract({
  type: 'visits.appointment-missed.v1',
  description: 'A client did not come to her appointment.',
  key: 'clientId',
  data: z.object({
    appointmentId: id,
    clientId: id,
    storeId,
    /** Who is to serve her. */
    staffId: z.string(),
    missedAt: instant,
  }),
});
