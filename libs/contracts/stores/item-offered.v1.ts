import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day } from '../fields.js';
import { CONTRAINDICATION } from './contraindications.js';
import { medical } from './medical.js';

export const itemOffered = contract({
  type: 'stores.item-offered.v1',
  description:
    'From a day on an item is on the menu as described, for the first time or otherwise than before.',
  key: 'itemId',
  data: z.object({
    itemId: z.string(),
    effectiveFrom: day,
    name: z.string(),
    kind: z.enum(['regular', 'special']),
    durationMinutes: z.int().positive(),
    /** Rooms and devices it takes. */
    needs: z.array(z.string()),
    contraindications: z.array(z.string().regex(CONTRAINDICATION)),
    /** Left out of care. */
    medical: medical.optional(),
  }),
});
