import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const referralIntroduced = contract({
  type: 'referrals.referral-introduced.v1',
  description: 'A client was introduced by another.',
  key: 'introducedId',
  data: z.object({
    referralId: id,
    introducerId: id,
    introducedId: id,
    storeId,
    introducedAt: instant,
  }),
});
