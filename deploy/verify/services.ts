import type { ServiceName } from '../all-in-one/modules.js';

export type Service = ServiceName;

/** Every service that keeps something. */
export const SERVICES: readonly Service[] = [
  'stores',
  'clients',
  'visits',
  'membership',
  'referrals',
  'follow-ups',
  'complaints',
  'reporting',
  'imports',
];
