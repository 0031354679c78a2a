import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, storeId } from '../fields.js';

export const taskMissWithdrawn = contract({
  type: 'follow-ups.task-miss-withdrawn.v1',
  description: 'A missed follow-up task proved to be unneeded: she had come again, and it was told late.',
  key: 'clientId',
  data: z.object({
    taskId: id,
    clientId: id,
    storeId,
    visitId: id,
    /** Days after the visit: 7 under the usual plan. */
    day: z.int().positive(),
    missedOn: day,
    withdrawnOn: day,
  }),
});
