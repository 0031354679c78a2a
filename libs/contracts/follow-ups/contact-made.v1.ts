import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, storeId } from '../fields.js';

export const contactMade = contract({
  type: 'follow-ups.contact-made.v1',
  description: 'A follow-up task was done: the client was contacted.',
  key: 'clientId',
  data: z.object({
    taskId: id,
    clientId: id,
    storeId,
    visitId: id,
    /** Days after the visit: 1, 5 or 7 under the usual plan. */
    day: z.int().positive(),
    madeOn: day,
  }),
});
