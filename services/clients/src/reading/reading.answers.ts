import { z } from 'zod';
import { EXPORT_PURPOSES } from '#contracts/clients/export-purposes';

export const takenOut = z.strictObject({
  exportId: z.uuid(),
  purpose: z.enum(EXPORT_PURPOSES),
  recipient: z
    .string()
    .nullable()
    .describe('Who outside the chain was given it; null where it stayed in the chain'),
  processorId: z
    .string()
    .optional()
    .describe('Only where the recipient works for the salon, as agreed, and is no third party'),
  sections: z.array(z.string()).readonly().describe('Of her file, beside who she is and how to reach her'),
  abroad: z
    .strictObject({
      country: z.string(),
      sensitive: z
        .boolean()
        .describe('Something of her health was among it, or she was not of the age of consent'),
    })
    .optional()
    .describe('Only where it left the country'),
});

/** Her data was given to a third party, or to who works for the salon. */
export const disclosure = takenOut.extend({ at: z.iso.datetime(), recipient: z.string() });

export type Disclosure = z.infer<typeof disclosure>;
