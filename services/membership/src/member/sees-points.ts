import { MANAGERS, STORE_STAFF } from '#libs/access';

/** Who sees what points a member has, and why. */
export const SEES_POINTS = [
  ...STORE_STAFF,
  ...MANAGERS,
  'finance',
  'auditor',
  'integration',
  'service',
] as const;
