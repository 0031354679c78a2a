import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import type { KnownPolicy } from '../known-policy/known-policy.js';

export interface CarePlanPolicy {
  readonly version: string;
  readonly value: PolicyOf<'care-plans'>;
}

/** Nobody but headquarters knows what its items are good for: until it says so, only what she had is proposed again. */
const builtIn: CarePlanPolicy = {
  version: 'care-plans@built-in',
  value: { rules: [], againFromTimes: 2 },
};

/** What holds in a store on a day. */
export const carePlanOn = (
  policies: KnownPolicy<'care-plans'>,
  storeId: string,
  on: string,
): CarePlanPolicy => {
  const entry = inForce(policies, storeId, on);
  if (entry === undefined || entry.value === null) return builtIn;
  return { version: `care-plans@${entry.version}`, value: entry.value };
};
