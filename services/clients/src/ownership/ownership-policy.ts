import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import type { KnownPolicy } from '../known-policy/known-policy.js';

export type OwnershipValue = PolicyOf<'client-ownership'>;
export type Rule = OwnershipValue['rule'];
export const RULES = ['server-follows', 'hand-over', 'rotation', 'dedicated'] as const satisfies Rule[];

export interface OwnershipPolicy {
  readonly version: string;
  readonly value: OwnershipValue;
}

/** The handbooks' own figures: the department first, after a month the consultants, after a year customer service. */
export const HAND_OVER: NonNullable<OwnershipValue['handOver']> = [
  { afterMonths: 1, to: 'consulting' },
  { afterMonths: 12, to: 'customer-service' },
];

/** Who serves her follows her up, until headquarters publishes a rule of its own. */
const builtIn: OwnershipPolicy = {
  version: 'client-ownership@built-in',
  value: { rule: 'server-follows' },
};

/** What holds in a store on a day. */
export const policyOn = (
  policies: KnownPolicy<'client-ownership'>,
  storeId: string,
  on: string,
): OwnershipPolicy => {
  const entry = inForce(policies, storeId, on);
  if (entry === undefined || entry.value === null) return builtIn;
  return { version: `client-ownership@${entry.version}`, value: entry.value };
};
