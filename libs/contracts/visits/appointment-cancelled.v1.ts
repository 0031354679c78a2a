import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const appointmentCancelled = contract({
  type: 'visits.appointment-cancelled.v1',
  description: 'An appointment was called off.',
  key: 'clientId',
  data: z.object({
    appointmentId: id,
    clientId: id,
    storeId,
    /** Who is to serve her. */
    staffId: z.string(),
    by: z.enum(['client', 'store']),
    cancelledAt: instant,
  }),
});
