import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, minor, storeId } from '../fields.js';

export const visitCompleted = contract({
  type: 'visits.visit-completed.v1',
  description: 'A client, or a walk-in, was served and paid.',
  key: 'clientId',
  data: z.object({
    visitId: id,
    /** Null for a walk-in. */
    clientId: id.nullable(),
    storeId,
    timeZone: z.string(),
    currency: z.string(),
    lines: z.array(
      z.object({
        lineId: z.string(),
        itemId: z.string(),
        quantity: z.int().positive(),
        paidMinor: minor,
        staffId: z.string().nullable(),
      }),
    ),
    paidMinor: minor,
    completedAt: instant,
    completedOn: day,
  }),
});
