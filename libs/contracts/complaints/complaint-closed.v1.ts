import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, storeId } from '../fields.js';

export const complaintClosed = contract({
  type: 'complaints.complaint-closed.v1',
  description: 'An answered complaint was closed.',
  key: 'clientId',
  data: z.object({
    complaintId: id,
    clientId: id.nullable(),
    storeId,
    closedAt: instant,
    closedOn: day,
    resolution: z.enum(['settled', 'withdrawn', 'rejected']),
  }),
});
