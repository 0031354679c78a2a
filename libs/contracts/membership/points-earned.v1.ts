import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, storeId } from '../fields.js';

export const pointsEarned = contract({
  type: 'membership.points-earned.v1',
  description: 'A member earned points, for a visit or a referral.',
  key: 'clientId',
  data: z.object({
    clientId: id,
    storeId,
    reason: z.enum(['visit', 'referral']),
    /** The visit or the referral it comes from. */
    sourceId: id,
    points: z.int().positive(),
    balance: z.int(),
    earnedOn: day,
  }),
});
