import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day } from '../fields.js';

export const processorEnded = contract({
  type: 'stores.processor-ended.v1',
  description:
    'A processor works for the chain until a day and no longer; what was agreed for later days is void.',
  key: 'processorId',
  data: z.object({
    processorId: z.string(),
    /** Of what is told of this processor: 1, 2, 3 … */
    version: z.int().positive(),
    /** The last day. */
    endedOn: day,
  }),
});
