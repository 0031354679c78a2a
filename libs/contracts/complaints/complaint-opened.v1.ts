import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, storeId } from '../fields.js';

export const complaintOpened = contract({
  type: 'complaints.complaint-opened.v1',
  description: 'A client complained.',
  key: 'clientId',
  data: z.object({
    complaintId: id,
    clientId: id.nullable(),
    storeId,
    openedAt: instant,
    openedOn: day,
    dueAt: instant,
  }),
});
