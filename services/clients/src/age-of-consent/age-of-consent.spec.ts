import fc from 'fast-check';
import { policies } from '#contracts/stores/policies';
import { addDays, addMonths, dayOf, startOfDay } from '#libs/calendar';
import { knownPolicy, type KnownPolicy } from '../known-policy/known-policy.js';
import { ageOfConsentLearned } from '../testing/known-policy.builders.js';
import { ageOfConsentOn, isMinor } from './age-of-consent.js';

const published = (...learned: readonly ReturnType<typeof ageOfConsentLearned>[]) =>
  learned.reduce(knownPolicy.evolve, knownPolicy.initial) as KnownPolicy<'age-of-consent'>;
const of = (years: number, on: string) => ({ policyVersion: 'age-of-consent@1', on, years });

const years = fc.integer({ min: 13, max: 18 });
const day = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const anyDay = day('1990-01-01', '2040-12-31');
const leapDay = fc
  .constantFrom(1992, 1996, 2000, 2004, 2008, 2012, 2016, 2020)
  .map((year) => `${year}-02-29`);
const bornOn = fc.oneof({ weight: 3, arbitrary: anyDay }, { weight: 1, arbitrary: leapDay });

/** As a clerk does it with a calendar on the wall: the same day so many years later, or the next one where there is none. */
const ofAgeFrom = (born: string, full: number): string => {
  const later = addMonths(born, 12 * full);
  return later.slice(8) === born.slice(8) ? later : addDays(later, 1);
};

describe('the age from which she consents herself', () => {
  it('is 14, as the law of China has it, where none is published', () => {
    const builtIn = { policyVersion: 'age-of-consent@built-in', on: '2026-03-01', years: 14 };
    expect(ageOfConsentOn([], 'sh-01', '2026-03-01')).toEqual(builtIn);
    const ended = published(
      ageOfConsentLearned(16, { storeId: 'de-01' }),
      ageOfConsentLearned(null, { storeId: 'de-01', version: 2 }),
    );
    expect(ageOfConsentOn(ended, 'de-01', '2026-03-01')).toEqual(builtIn);
  });

  it('is the chain’s from a day on, and in a store abroad that of its country', () => {
    const both = published(
      ageOfConsentLearned(15, { effectiveFrom: '2026-03-01' }),
      ageOfConsentLearned(16, { version: 2, storeId: 'de-01', effectiveFrom: '2026-02-01' }),
    );
    const inStore = (storeId: string, on: string) => ageOfConsentOn(both, storeId, on);
    expect(inStore('sh-01', '2026-02-28').years).toBe(14);
    expect(inStore('sh-01', '2026-03-01')).toMatchObject({ policyVersion: 'age-of-consent@1', years: 15 });
    expect(inStore('de-01', '2026-01-31').years).toBe(14);
    expect(inStore('de-01', '2026-03-01')).toMatchObject({ policyVersion: 'age-of-consent@2', years: 16 });
  });

  it('is none that no law has', () => {
    const { success: tooLow } = policies['age-of-consent'].safeParse({ years: 12 });
    const { success: tooHigh } = policies['age-of-consent'].safeParse({ years: 19 });
    expect([tooLow, tooHigh]).toEqual([false, false]);
    fc.assert(fc.property(years, (some) => policies['age-of-consent'].safeParse({ years: some }).success));
  });
});

describe('whether another must consent for her', () => {
  it.each([
    ['2012-03-02', '2026-03-01', true],
    ['2012-03-02', '2026-03-02', false],
    ['2012-02-29', '2026-02-28', true],
    ['2012-02-29', '2026-03-01', false],
    ['2012-03-01', '2026-02-28', true],
    ['2030-01-01', '2026-03-01', true], // a slip of the pen, and surely no woman
  ])('born on %s, on %s under 14: %s', (birthday, on, expected) => {
    expect(isMinor(of(14, on), { birthday })).toBe(expected);
  });

  it('is until the day so many years later, or the next where there is none, and never again', () => {
    fc.assert(
      fc.property(bornOn, years, fc.integer({ min: -800, max: 800 }), (birthday, some, days) => {
        const first = ofAgeFrom(birthday, some);
        expect(isMinor(of(some, addDays(first, days)), { birthday })).toBe(days < 0);
      }),
    );
  });

  it('is longer where the law asks for more years', () => {
    fc.assert(
      fc.property(bornOn, anyDay, years, fc.nat(5), (birthday, on, some, more) => {
        if (isMinor(of(some, on), { birthday }))
          expect(isMinor(of(some + more, on), { birthday })).toBe(true);
      }),
    );
  });

  it('ends with the midnight of her store, wherever it is', () => {
    const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/Santiago', 'Pacific/Kiritimati', 'UTC'];
    fc.assert(
      fc.property(
        ...([bornOn, years, fc.constantFrom(...zones), fc.integer({ min: -180_000, max: 180_000 })] as const),
        (birthday, some, zone, seconds) => {
          const midnight = Date.parse(startOfDay(ofAgeFrom(birthday, some), zone));
          const instant = new Date(midnight + seconds * 1_000).toISOString();
          expect(isMinor(of(some, dayOf(instant, zone)), { birthday })).toBe(seconds < 0);
        },
      ),
    );
  });

  const today = of(14, '2026-03-01');
  const [child, woman] = ['2015-06-01', '1990-06-01'];

  it('goes by the birthday in her file, whatever is told', () => {
    expect(isMinor(today, { birthday: child }, woman)).toBe(true);
    expect(isMinor(today, { birthday: woman, age: 10 }, child)).toBe(false);
  });

  it('goes by what is told where her file has none, and else by an age that is too low in it', () => {
    expect(isMinor(today, {}, child)).toBe(true);
    expect(isMinor(today, { age: 12 }, woman)).toBe(false);
    expect(isMinor(today, { age: 13 })).toBe(true);
    expect(isMinor({ ...today, years: 16 }, { age: 15 })).toBe(true);
    expect(isMinor(today, { age: 14 })).toBeNull(); // her age was asked one day, and she grows
    expect(isMinor(today, {})).toBeNull();
  });
});
