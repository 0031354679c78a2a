import { z } from 'zod';
import { OLDER_CONSENTS, TEXT_PURPOSES } from '#contracts/stores/consent-texts';

export const words = z.record(z.string(), z.string()).describe('By language, such as `zh` or `en`');

export const textsInForce = z.strictObject({
  storeId: z.string(),
  on: z.iso.date().describe('Today, in her store'),
  policyVersion: z.string(),
  items: z.array(
    z.strictObject({
      purpose: z.enum(TEXT_PURPOSES),
      version: z.string().describe('What a consent names'),
      effectiveFrom: z.iso.date(),
      text: words,
      olderConsents: z
        .enum(OLDER_CONSENTS)
        .describe('What became of consents to older texts on its first day'),
    }),
  ),
});

export type TextsInForce = z.infer<typeof textsInForce>;
