import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, storeId } from '../fields.js';

export const referralReversed = contract({
  type: 'referrals.referral-reversed.v1',
  description: 'The visit that a reward depended on was undone, and so is the reward.',
  key: 'introducedId',
  data: z.object({
    referralId: id,
    introducerId: id,
    introducedId: id,
    storeId,
    rewards: z.array(z.object({ clientId: id, points: z.int().positive() })),
    visitId: id,
    reversedOn: day,
  }),
});
