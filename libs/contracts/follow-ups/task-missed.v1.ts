import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, storeId } from '../fields.js';

export const taskMissed = contract({
  type: 'follow-ups.task-missed.v1',
  description: 'The day of a follow-up task ended without a contact.',
  key: 'clientId',
  data: z.object({
    taskId: id,
    clientId: id,
    storeId,
    visitId: id,
    /** Days after the visit: 1, 5 or 7 under the usual plan. */
    day: z.int().positive(),
    missedOn: day,
  }),
});
