import { z } from 'zod';
import { EXPORT_PURPOSES } from '#contracts/clients/export-purposes';

export const takenOut = z.strictObject({
  exportId: z.uuid(),
  purpose: z.enum(EXPORT_PURPOSES),
  recipient: z
    .string()
    .nullable()
    .describe('The third party that was given it; null where it stayed in the chain'),
  sections: z.array(z.string()).readonly().describe('Of her file, beside who she is and how to reach her'),
  abroad: z
    .strictObject({
      country: z.string(),
      sensitive: z.boolean().describe('Something of her health was among it, or she was under 14'),
    })
    .optional()
    .describe('Only where it left the country'),
});

/** Her data was given to a third party. */
export const disclosure = takenOut.extend({ at: z.iso.datetime(), recipient: z.string() });

export type Disclosure = z.infer<typeof disclosure>;
