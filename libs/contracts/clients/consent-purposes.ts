/** What a client may consent to, each by itself (PIPL 14, 23, 29). */
export const CONSENT_PURPOSES = [
  'health',
  'photos',
  'marketing-calls',
  'marketing-messages',
  'sharing-with-franchise',
  'third-party',
  'automated-decisions',
  'transfer-abroad',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
