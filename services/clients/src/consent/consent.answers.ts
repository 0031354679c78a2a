import { z } from 'zod';
import { CONSENT_PURPOSES } from '#contracts/clients/consent-purposes';
import { CONSENT_CHANNELS } from './consent.events.js';

const consentEntry = z.strictObject({
  purpose: z.enum(CONSENT_PURPOSES),
  given: z.boolean(),
  at: z.iso.datetime(),
  channel: z.enum(CONSENT_CHANNELS),
  textVersion: z.string().nullable().describe('Null where it was withdrawn'),
  byGuardian: z.boolean(),
  takenBy: z.string().nullable(),
});

export const consentList = z.strictObject({
  now: z.array(consentEntry).describe('What she consents to now, by purpose'),
  history: z.array(consentEntry),
});

export type ConsentEntry = z.infer<typeof consentEntry>;
export type ConsentList = z.infer<typeof consentList>;
