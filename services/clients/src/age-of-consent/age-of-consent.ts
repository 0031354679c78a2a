import { inForce } from '#libs/effective';
import { ageOn } from '../client/age-band.js';
import type { KnownPolicy } from '../known-policy/known-policy.js';

/** From how many full years on she consents herself, in a store on a day. */
export interface AgeOfConsent {
  readonly policyVersion: string;
  readonly on: string;
  readonly years: number;
}

/** The law of China (PIPL 28, 31), which holds in every store until headquarters publishes another age for it. */
const BUILT_IN = { policyVersion: 'age-of-consent@built-in', years: 14 };

export const ageOfConsentOn = (
  policies: KnownPolicy<'age-of-consent'>,
  storeId: string | null,
  on: string,
): AgeOfConsent => {
  const entry = inForce(policies, storeId, on);
  if (entry === undefined || entry.value === null) return { ...BUILT_IN, on };
  return { policyVersion: `age-of-consent@${entry.version}`, on, years: entry.value.years };
};

/** What her file says of her age. */
export interface Born {
  readonly birthday?: string | undefined;
  readonly age?: number | undefined;
}

/**
 * Whether another must consent for her: by the birthday in her file, whatever is told; else by the one that is told, or by an
 * age in her file that is too low, for she said it one day and has grown since. Null when nothing says.
 *
 * Years are full from the day of birth on, that day counted: she is of age from the first minute of her birthday. A year without a
 * 29 February is full with its 28th, so that who was born on one is of age on 1 March.
 */
export const isMinor = (
  { years, on }: AgeOfConsent,
  { birthday, age }: Born,
  bornOn?: string,
): boolean | null => {
  const born = birthday ?? bornOn;
  if (born !== undefined) return ageOn(born, on) < years;
  return age !== undefined && age < years ? true : null;
};
