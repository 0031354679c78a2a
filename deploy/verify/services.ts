/** Every service that keeps something. */
export const SERVICES = [
  'stores',
  'clients',
  'visits',
  'membership',
  'referrals',
  'follow-ups',
  'complaints',
  'reporting',
  'imports',
] as const;

export type Service = (typeof SERVICES)[number];
