import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const clientsMerged = contract({
  type: 'clients.clients-merged.v1',
  description: 'Two clients are one person, read as the survivor from now on; nothing of theirs was moved.',
  key: 'survivorId',
  data: z.object({ survivorId: id, mergedId: id, storeId, mergedAt: instant }),
});
