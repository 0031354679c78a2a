import { knownPolicy, type KnownPolicy } from '../known-policy/known-policy.js';
import { aPolicyLearned } from '../testing/known-policy.builders.js';
import { abcOn } from './abc.js';

const value = {
  ...{ annualSpend: {}, vip: { fromMinor: 1, orVisits: 1 }, card: [] },
  frequency: { withinMonths: 6, keyFromVisits: 2, potentialFromVisits: 1 },
};
const abc = { aUpToPercent: 70, bUpToPercent: 90 };
const policies = [
  aPolicyLearned({ name: 'client-classification', version: 1, value }),
  aPolicyLearned({
    ...{ name: 'client-classification', version: 2, storeId: 'sh-01', effectiveFrom: '2026-05-01' },
    value: { ...value, abc },
  }),
].reduce(knownPolicy.evolve, knownPolicy.initial) as KnownPolicy<'client-classification'>;

describe('which shares make the classes A, B and C', () => {
  it('is as headquarters published it for the store, from its day on', () => {
    expect(abcOn(policies, 'sh-01', '2026-05-01')).toEqual({
      version: 'client-classification@2',
      value: abc,
    });
  });

  it('is 80 and 95 % where nothing is published of it', () => {
    const builtIn = {
      version: 'client-classification@built-in',
      value: { aUpToPercent: 80, bUpToPercent: 95 },
    };
    for (const [storeId, on] of [
      ['sh-01', '2026-04-30'],
      ['bj-01', '2026-05-01'],
      [null, '2026-05-01'],
    ] as const)
      expect(abcOn(policies, storeId, on)).toEqual(builtIn);
  });
});
