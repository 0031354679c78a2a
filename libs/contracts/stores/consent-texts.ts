import { z } from 'zod';
import { CONSENT_PURPOSES } from '../clients/consent-purposes.js';

/** What a text is for: a purpose she may consent to, or the notice she is told when her file is opened. */
export const TEXT_PURPOSES = [...CONSENT_PURPOSES, 'purpose-notice'] as const;
export type TextPurpose = (typeof TEXT_PURPOSES)[number];

/** What becomes of consents to older texts: they count, they count and are asked for again, or they end. */
export const OLDER_CONSENTS = ['count', 'renew', 'end'] as const;

const LANGUAGE = /^[a-z]{2}(?:-[A-Z]{2})?$/;
const VERSION = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,62}[\p{L}\p{N}])?$/u;

const text = z.strictObject({
  purpose: z.enum(TEXT_PURPOSES),
  /** Names these words for ever, of all texts of its purpose; other words need another one. */
  version: z.string().regex(VERSION),
  /** The first day it is the text of its purpose, until the next one's. */
  effectiveFrom: z.iso.date(),
  /** By language, such as `zh` or `en`. */
  text: z
    .record(z.string().regex(LANGUAGE), z.string().trim().min(1).max(5_000))
    .refine((words) => Object.keys(words).length > 0, 'there must be words in one language')
    .refine((words) => Object.keys(words).length <= 5, 'there may be words in five languages at most'),
  /** From its first day on; they count when left out. */
  olderConsents: z.enum(OLDER_CONSENTS).optional(),
});

export type ConsentText = z.infer<typeof text>;

/** No two of the same purpose are alike in this. */
const differIn = (field: 'version' | 'effectiveFrom') => (texts: readonly ConsentText[]) =>
  new Set(texts.map((one) => `${one.purpose} ${one[field]}`)).size === texts.length;

export const consentTexts = z.strictObject({
  texts: z
    .array(text)
    .max(100)
    .refine(differIn('version'), 'a version must stand once for each purpose')
    .refine(differIn('effectiveFrom'), 'two texts of one purpose must not begin on the same day'),
});
