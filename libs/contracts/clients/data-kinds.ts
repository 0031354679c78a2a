import { SECTION_NAMES } from './file-sections.js';

/**
 * Kinds of a client’s data, as agreements with processors name them: who she is and how to reach her, sections of her file, what has a
 * key of its own, and what other services hold by her id.
 */
export const DATA_KINDS = [
  'contact',
  ...SECTION_NAMES,
  'health',
  'photos',
  'visits',
  'membership',
  'referrals',
  'follow-ups',
  'complaints',
] as const;
export type DataKind = (typeof DATA_KINDS)[number];
