import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const leadQualified = contract({
  type: 'clients.lead-qualified.v1',
  description: 'A lead became a client.',
  key: 'clientId',
  data: z.object({ clientId: id, storeId, qualifiedAt: instant }),
});
