import type { Invariant } from './invariant.js';

/** I3: paid and gifted value are separate accounts. */
export const principalIsNoGift: Invariant = {
  id: 'I3',
  checks: 'paid and gifted value are separate accounts',
  check: async () => ({ counted: '–', failures: [], notShown: 'there are no prepaid cards yet' }),
};
