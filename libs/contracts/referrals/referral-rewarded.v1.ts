import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, storeId } from '../fields.js';

export const referralRewarded = contract({
  type: 'referrals.referral-rewarded.v1',
  description:
    'An introduced client paid for her first visit, or for the next after that was undone, or is no longer taken for one who was known before; both get points.',
  key: 'introducedId',
  data: z.object({
    referralId: id,
    introducerId: id,
    introducedId: id,
    storeId,
    rewards: z.array(z.object({ clientId: id, points: z.int().positive() })),
    visitId: id,
    again: z
      .int()
      .positive()
      .optional()
      .describe('How often it had been given for this visit before, and taken back; left out at first'),
    rewardedOn: day,
  }),
});
