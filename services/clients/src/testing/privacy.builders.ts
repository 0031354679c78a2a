import type { ConsentGiven, ConsentWithdrawn } from '../consent/consent.events.js';
import type { GlassBroken, HealthNoteStruck, HealthNoteTaken } from '../health/health.events.js';
import { hers } from './client.builders.js';

const clientId = '01900000-0000-7000-8000-00000000000c';
const storeId = 'sh-01';
const her = { clientId, storeId };

/** Anything sealed. */
export const sealed = hers.envelope;

export const at = '2026-03-02T02:00:00.000Z';

export const consentGiven = (given: Partial<ConsentGiven['data']> = {}): ConsentGiven => ({
  type: 'ConsentGiven',
  occurredAt: at,
  storeId,
  policyVersion: 'consent-texts@built-in',
  data: {
    ...her,
    purpose: 'health',
    channel: 'in-store',
    textVersion: 'health-1',
    minor: false,
    agePolicyVersion: 'age-of-consent@built-in',
    guardian: null,
    ...given,
  },
});

export const consentWithdrawn = (withdrawn: Partial<ConsentWithdrawn['data']> = {}): ConsentWithdrawn => ({
  type: 'ConsentWithdrawn',
  occurredAt: at,
  storeId,
  data: { ...her, purpose: 'health', channel: 'phone', ...withdrawn },
});

export const healthNoteTaken = (): HealthNoteTaken => ({
  type: 'HealthNoteTaken',
  occurredAt: at,
  storeId,
  data: { ...her, noteId: '01900000-0000-7000-8000-0000000000a1', note: sealed },
});

export const healthNoteStruck = (): HealthNoteStruck => ({
  type: 'HealthNoteStruck',
  occurredAt: at,
  storeId,
  data: { ...her, noteId: healthNoteTaken().data.noteId },
});

/** A quarter of an hour from `at`. */
export const glassBroken = (by = 'a therapist'): GlassBroken => ({
  type: 'GlassBroken',
  occurredAt: at,
  storeId,
  data: {
    ...her,
    breakId: '01900000-0000-7000-8000-0000000000b1',
    by,
    reason: sealed,
    until: '2026-03-02T02:15:00.000Z',
  },
});
