import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const appointmentKept = contract({
  type: 'visits.appointment-kept.v1',
  description: 'A client came to her appointment.',
  key: 'clientId',
  data: z.object({
    appointmentId: id,
    clientId: id,
    storeId,
    /** Who is to serve her. */
    staffId: z.string(),
    arrivedAt: instant,
  }),
});
