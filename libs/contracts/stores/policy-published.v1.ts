import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, storeId } from '../fields.js';

export const policyPublished = contract({
  type: 'stores.policy-published.v1',
  description: 'A rule holds from a day on, for the chain or for one store; or an override ends.',
  key: 'name',
  data: z.object({
    name: z.string(),
    /** Of this name: 1, 2, 3 …, whatever the scope. */
    version: z.int().positive(),
    /** Null for the whole chain. */
    storeId: storeId.nullable(),
    effectiveFrom: day,
    /** As the schema of its name has it; null when an override ends and the chain's rule holds again. */
    value: z.record(z.string(), z.unknown()).nullable(),
  }),
});
