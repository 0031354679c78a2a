import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, storeId } from '../fields.js';

export const referralReversed = contract({
  type: 'referrals.referral-reversed.v1',
  description:
    'The visit that a reward depended on was undone, or it is known by now that she was no new client; the reward is taken back.',
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
    reversedOn: day,
  }),
});
