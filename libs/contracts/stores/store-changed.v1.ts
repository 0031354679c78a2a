import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, storeId } from '../fields.js';
import { medicalLicence } from './medical.js';

export const storeChanged = contract({
  type: 'stores.store-changed.v1',
  description: 'From a day on something else holds in a store; what is not named stays as it was.',
  key: 'storeId',
  data: z.object({
    storeId,
    effectiveFrom: day,
    name: z.string().optional(),
    region: z.string().optional(),
    legalEntity: z.string().optional(),
    grade: z.enum(['AA', 'A', 'B', 'C', 'D']).optional(),
    status: z.enum(['opening', 'open', 'suspended', 'closed']).optional(),
    /** Null from the day on which it has none any more. */
    medicalLicence: medicalLicence.nullable().optional(),
  }),
});
