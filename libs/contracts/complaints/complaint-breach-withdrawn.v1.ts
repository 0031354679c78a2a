import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, storeId } from '../fields.js';

export const complaintBreachWithdrawn = contract({
  type: 'complaints.complaint-breach-withdrawn.v1',
  description: 'A breach proved to be none: the answer was given in time and told late.',
  key: 'clientId',
  data: z.object({
    complaintId: id,
    clientId: id.nullable(),
    storeId,
    /** The day the breach was counted on. */
    breachedOn: day,
    withdrawnAt: instant,
    withdrawnOn: day,
  }),
});
