import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, storeId } from '../fields.js';

const country = z.string().regex(/^[A-Z]{2}$/);

export const processorEngaged = contract({
  type: 'stores.processor-engaged.v1',
  description:
    'From a day on somebody outside the chain handles data of clients for it, as agreed; or what was agreed is renewed or changed.',
  key: 'processorId',
  data: z.object({
    processorId: z.string(),
    /** Of what is told of this processor: 1, 2, 3 … */
    version: z.int().positive(),
    /** The first and the last day of what was agreed. */
    effectiveFrom: day,
    until: day,
    agreementNumber: z.string(),
    name: z.string(),
    /** ISO 3166-1 alpha-2. */
    country,
    /** The legal entity that it works for; null for the chain. */
    engagedBy: z.string().nullable(),
    /** Whose clients’ data it may have; null for every store of the chain. */
    storeIds: z.array(storeId).nullable(),
    /** Words of `export-purposes`; one that is not known yet lets nothing leave. */
    purposes: z.array(z.string()),
    /** Words of `data-kinds`, likewise. */
    kinds: z.array(z.string()),
    /** To whom it may pass work on. */
    subProcessors: z.array(z.object({ name: z.string(), country })),
  }),
});
