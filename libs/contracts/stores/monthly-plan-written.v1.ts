import { z } from 'zod';
import { contract } from '#libs/contracts';
import { instant, storeId } from '../fields.js';

export const monthlyPlanWritten = contract({
  type: 'stores.monthly-plan-written.v1',
  description: 'A store set its targets for a month, or set them anew.',
  key: 'storeId',
  data: z.object({
    storeId,
    /** `yyyy-mm` in the store's time zone. */
    month: z.string().regex(/^\d{4}-\d\d$/),
    /** From 1; the highest holds. */
    version: z.int().positive(),
    targets: z.array(
      z.object({
        metric: z.string(),
        unit: z.enum(['minor', 'count']),
        value: z.int().nonnegative(),
      }),
    ),
    /** Whether it was first written after the 25th of the month before. */
    late: z.boolean(),
    writtenAt: instant,
  }),
});
