import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const memberEnrolled = contract({
  type: 'membership.member-enrolled.v1',
  description: 'A client became a member and may collect points.',
  key: 'clientId',
  data: z.object({ clientId: id, storeId, enrolledAt: instant }),
});
