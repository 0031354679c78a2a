import { z } from 'zod';
import { CONSENT_PURPOSES } from '#contracts/clients/consent-purposes';
import { words } from '../consent-text/consent-text.answers.js';
import { STANDINGS } from '../consent-text/consent-text.js';
import { CONSENT_CHANNELS } from './consent.events.js';

const consentEntry = z.strictObject({
  purpose: z.enum(CONSENT_PURPOSES),
  given: z.boolean(),
  at: z.iso.datetime(),
  channel: z.enum(CONSENT_CHANNELS),
  textVersion: z.string().nullable().describe('Null where it was withdrawn'),
  text: words
    .nullable()
    .describe('What she agreed to; null where it was withdrawn, or was taken before texts were published'),
  standing: z
    .enum(STANDINGS)
    .nullable()
    .describe(
      'Of what she said last of a purpose: `to-renew` counts, and is to be asked for again: a newer text wants it, or she has come ' +
        'of age since a guardian gave it, or she is not of age by her file or by a newer law',
    ),
  byGuardian: z.boolean(),
  takenBy: z.string().nullable(),
});

export const consentList = z.strictObject({
  now: z.array(consentEntry).describe('What she consents to now, by purpose'),
  history: z.array(consentEntry),
});

export type ConsentEntry = z.infer<typeof consentEntry>;
export type ConsentList = z.infer<typeof consentList>;
