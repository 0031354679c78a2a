import fc from 'fast-check';
import { addDays } from '#libs/calendar';
import { ownerOn, type OwnershipFacts } from './owner-on.js';
import { HAND_OVER, RULES } from './ownership-policy.js';
import { ownersUntil } from './owners-until.js';

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-01-01', days));
const staffId = fc.constantFrom('li', 'wang', 'chen');
const visit = fc.record({ visitId: fc.uuid(), on: day, staffId: fc.option(staffId) });
const assignment = fc.record({
  storeId: fc.constant(null),
  effectiveFrom: day,
  value: fc.option(staffId.map((named) => ({ staffId: named, reason: 'her-wish' as const }))),
  decidedAt: day,
});
const policy = fc.record({
  storeId: fc.constantFrom(null, 'sh-01', 'bj-01'),
  effectiveFrom: day,
  version: fc.nat(9),
  value: fc.option(
    fc.record({
      rule: fc.constantFrom(...RULES),
      handOver: fc.constantFrom<(typeof HAND_OVER)[]>([], [{ afterMonths: 3, to: 'consulting' }]),
      rotateAmong: fc.constantFrom<string[][]>([], ['li', 'wang', 'chen']),
      rotateEveryMonths: fc.integer({ min: 1, max: 5 }),
    }),
  ),
});
const history = fc.record({
  clientId: fc.uuid(),
  storeId: fc.constant('sh-01'),
  visits: fc.array(visit).map((visits) => visits.sort((one, other) => (one.on < other.on ? -1 : 1))),
  assignments: fc.array(assignment, { maxLength: 6 }),
  policies: fc.array(policy, { maxLength: 4 }),
});

const until = (facts: OwnershipFacts, last: string): OwnershipFacts => ({
  ...facts,
  visits: facts.visits.filter(({ on }) => on <= last),
  assignments: facts.assignments.filter(({ effectiveFrom }) => effectiveFrom <= last),
  policies: facts.policies.filter(({ effectiveFrom }) => effectiveFrom <= last),
});

describe('whose client she was, one after the other', () => {
  it('is exactly one owner on any day, and nothing that comes after it changes that', () => {
    fc.assert(
      fc.property(history, day, fc.option(fc.constantFrom(...RULES)), (facts, on, rule) => {
        const owned = ownerOn(facts, on, rule ?? undefined);
        expect([owned.owner.staffId, owned.owner.post].filter((one) => one !== null)).toHaveLength(1);
        expect(ownerOn(until(facts, on), on, rule ?? undefined)).toEqual(owned);
      }),
    );
  });

  it('has no gap, and no two segments of one owner side by side', () => {
    fc.assert(
      fc.property(history, day, (facts, on) => {
        const segments = ownersUntil(facts, on);
        expect(segments[0]!.from).toBeNull();
        expect(segments.map((one) => one.until)).toEqual([
          ...segments.slice(1).map(({ from }) => from),
          null,
        ]);
        for (const [at, { owner }] of segments.slice(1).entries())
          expect(owner).not.toEqual(segments[at]!.owner);
      }),
    );
  });

  it('is on every single day what is said for that day', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const segments = ownersUntil(facts, '2026-07-01');
        for (let on = '2023-12-31'; on < '2026-07-01'; on = addDays(on, 1)) {
          const segment = segments.findLast(({ from }) => from === null || from <= on)!;
          expect(segment.owner).toEqual(ownerOn(facts, on).owner);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('says of each what made it so when it began', () => {
    const visits = ['2026-01-10', '2026-01-20', '2026-05-01'].map((on) => ({
      visitId: on,
      on,
      staffId: 'li',
    }));
    const facts = { clientId: 'a', storeId: 'sh-01', visits, assignments: [], policies: [] };
    const segments = ownersUntil(facts, '2026-05-31', 'hand-over');
    expect(segments.map(({ owner, from, because }) => [owner.post, from, because.factOn])).toEqual([
      ['store-manager', null, null],
      ['department', '2026-01-10', '2026-01-10'],
      ['consulting', '2026-02-20', '2026-01-20'],
      ['department', '2026-05-01', '2026-05-01'],
    ]);
  });
});
