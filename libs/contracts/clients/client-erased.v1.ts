import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const clientErased = contract({
  type: 'clients.client-erased.v1',
  description:
    'What tells who a client is was destroyed for ever; whoever keeps anything about her lets go of it and says so.',
  key: 'clientId',
  data: z.object({ clientId: id, storeId, erasedAt: instant }),
});
