/** What somebody's account lets her do; one role each. `integration` is another program. */
export const ACCOUNT_ROLES = [
  'hq-admin',
  'hq-analyst',
  'finance',
  'regional-manager',
  'store-manager',
  'consultant',
  'therapist',
  'front-desk',
  'privacy-officer',
  'auditor',
  'integration',
] as const;

/**
 * Whoever asks has one of these. `service` is a part of Liren itself; `without-second-factor` is somebody in a session that
 * may set one up and do nothing else.
 */
export const ROLES = [...ACCOUNT_ROLES, 'without-second-factor', 'service'] as const;

export type Role = (typeof ROLES)[number];

/** Whoever has one of these sees every store of the chain; all others the stores of their account. */
export const EVERY_STORE: readonly Role[] = [
  'hq-admin',
  'hq-analyst',
  'privacy-officer',
  'auditor',
  'service',
];

// Groups that many routes allow.

/** Who stands at a store's desk and in its rooms. */
export const STORE_STAFF = ['store-manager', 'consultant', 'therapist', 'front-desk'] as const;
/** Who answers for stores. */
export const MANAGERS = ['hq-admin', 'regional-manager', 'store-manager'] as const;
/** Who runs the chain as a whole. */
export const HEADQUARTERS = ['hq-admin'] as const;
/** Whoever is signed in, people, programs and parts of Liren. */
export const ANYBODY = [...ACCOUNT_ROLES, 'service'] as const;
