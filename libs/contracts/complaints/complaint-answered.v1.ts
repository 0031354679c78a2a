import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, storeId } from '../fields.js';

export const complaintAnswered = contract({
  type: 'complaints.complaint-answered.v1',
  description: 'A complaint was answered.',
  key: 'clientId',
  data: z.object({
    complaintId: id,
    clientId: id.nullable(),
    storeId,
    answeredAt: instant,
    answeredOn: day,
  }),
});
