import { z } from 'zod';
import { contract } from '#libs/contracts';
import { instant, storeId } from '../fields.js';

export const storeOpened = contract({
  type: 'stores.store-opened.v1',
  description: 'A store of the chain was opened.',
  key: 'storeId',
  data: z.object({
    storeId,
    name: z.string(),
    region: z.string(),
    timeZone: z.string(),
    /** ISO 4217. */
    currency: z.string(),
    legalEntity: z.string(),
    grade: z.enum(['AA', 'A', 'B', 'C', 'D']),
    openedAt: instant,
  }),
});
