import { inForce } from '#libs/effective';
import type { PolicyOf } from '#contracts/stores/policies';
import type { KnownPolicy } from '../known-policy/known-policy.js';

export const ABC = ['A', 'B', 'C'] as const;

export interface AbcPolicy {
  readonly version: string;
  readonly value: NonNullable<PolicyOf<'client-classification'>['abc']>;
}

/** The usual figures, until headquarters publishes its own: A brings 80 % of what is paid, B the next 15 %. */
const builtIn: AbcPolicy = {
  version: 'client-classification@built-in',
  value: { aUpToPercent: 80, bUpToPercent: 95 },
};

/** What holds in a store on a day; null for the whole chain. */
export const abcOn = (
  policies: KnownPolicy<'client-classification'>,
  storeId: string | null,
  on: string,
): AbcPolicy => {
  const entry = inForce(policies, storeId, on);
  const value = entry?.value?.abc;
  return value === undefined ? builtIn : { version: `client-classification@${entry!.version}`, value };
};
