import { textsOn } from '../consent-text/consent-text.js';
import { knownPolicy, type KnownPolicy } from '../known-policy/known-policy.js';
import { consentTextsLearned, healthText } from '../testing/known-policy.builders.js';
import { standingToday } from './standing.js';

const hers = { purpose: 'health', textVersion: 'health-1', minor: false } as const;
const guardians = { ...hers, minor: true };
const texts = textsOn([], 'sh-01', '2026-03-01');
const standing = (given: typeof hers | typeof guardians, minorNow: boolean | null) =>
  standingToday(texts, minorNow, given);

describe('a consent of who comes of age', () => {
  it('stays what a guardian gave, and is asked for anew of herself', () => {
    expect(standing(guardians, true)).toBe('counts');
    expect(standing(guardians, false)).toBe('to-renew');
    expect(standing(hers, false)).toBe('counts');
  });

  it('stays what she gave herself, and is asked for anew of a guardian, where she is not of age by a newer law', () => {
    expect(standing(hers, true)).toBe('to-renew');
  });

  it('is as it was where nothing says how old she is', () => {
    expect(standing(guardians, null)).toBe('counts');
    expect(standing(hers, null)).toBe('counts');
  });

  it('ends with its text, whoever gave it', () => {
    const ended = [consentTextsLearned(healthText('health-2', '2026-03-01', 'end'))].reduce(
      knownPolicy.evolve,
      knownPolicy.initial,
    ) as KnownPolicy<'consent-texts'>;
    const today = textsOn(ended, 'sh-01', '2026-03-01');
    expect(standingToday(today, false, guardians)).toBe('ended');
  });
});
