import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, storeId } from '../fields.js';

export const complaintBreached = contract({
  type: 'complaints.complaint-breached.v1',
  description: 'The time to answer a complaint ran out.',
  key: 'clientId',
  data: z.object({
    complaintId: id,
    clientId: id.nullable(),
    storeId,
    breachedAt: instant,
    breachedOn: day,
  }),
});
