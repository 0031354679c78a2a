import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import type { KnownPolicy } from '../known-policy/known-policy.js';

export interface ClassificationPolicy {
  readonly version: string;
  readonly value: PolicyOf<'client-classification'>;
}

const yuan = (amount: number): number => amount * 100;

const grades = (bigClient: number) => [
  { class: 'big-client', fromMinor: yuan(bigClient) },
  { class: 'A', fromMinor: yuan(bigClient / 2) },
  { class: 'B', fromMinor: yuan(bigClient / 4) },
  { class: 'C', fromMinor: yuan(bigClient / 10) },
  { class: 'D', fromMinor: 0 },
];

/** The handbooks give no figures: these are an example, until headquarters publishes its own. */
export const builtInClassification: ClassificationPolicy = {
  version: 'client-classification@built-in',
  value: {
    annualSpend: {
      AA: grades(50_000),
      A: grades(40_000),
      B: grades(30_000),
      C: grades(20_000),
      D: grades(10_000),
    },
    vip: { fromMinor: yuan(8_800), orVisits: 20 },
    card: [],
    frequency: { withinMonths: 6, keyFromVisits: 12, potentialFromVisits: 4 },
  },
};

/** What holds in a store on a day. */
export const classificationOn = (
  policies: KnownPolicy<'client-classification'>,
  storeId: string,
  on: string,
): ClassificationPolicy => {
  const entry = inForce(policies, storeId, on);
  if (entry === undefined || entry.value === null) return builtInClassification;
  return { version: `client-classification@${entry.version}`, value: entry.value };
};
