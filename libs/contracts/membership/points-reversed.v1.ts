import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, storeId } from '../fields.js';

export const pointsReversed = contract({
  type: 'membership.points-reversed.v1',
  description: 'Points that a member had earned were taken back.',
  key: 'clientId',
  data: z.object({
    clientId: id,
    storeId,
    reason: z.enum(['visit', 'referral']),
    /** The visit or the referral it comes from. */
    sourceId: id,
    points: z.int().positive(),
    balance: z.int(),
    reversedOn: day,
  }),
});
