import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const consentWithdrawn = contract({
  type: 'clients.consent-withdrawn.v1',
  description: 'A client no longer consents to a purpose; whatever is done for it stops at once.',
  key: 'clientId',
  data: z.object({ clientId: id, storeId, purpose: z.string(), withdrawnAt: instant }),
});
