import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const clientsUnmerged = contract({
  type: 'clients.clients-unmerged.v1',
  description: 'Two clients who were merged are two again; each has what was always hers.',
  key: 'survivorId',
  data: z.object({ survivorId: id, mergedId: id, storeId, unmergedAt: instant }),
});
