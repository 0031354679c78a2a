import fc from 'fast-check';
import { alreadyDecided, inForce, type Effective } from './index.js';

const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
const entries = fc.array(
  fc.record({
    storeId: fc.constantFrom(null, 'sh-01', 'bj-01'),
    effectiveFrom: fc.constantFrom(...days),
    value: fc.option(fc.nat(5)),
  }),
  { maxLength: 12 },
);

/** Day by day from the beginning, as a clerk would note it. */
const recounted = (decided: readonly Effective[], storeId: string | null, on: string): unknown => {
  const standing = new Map<string | null, unknown>();
  for (const day of days.filter((one) => one <= on))
    for (const { storeId: scope, effectiveFrom, value } of decided)
      if (effectiveFrom === day) standing.set(scope, value);
  return standing.get(storeId) ?? standing.get(null) ?? undefined;
};

describe('what is in force on a day', () => {
  it('is what a naive recount says, in any order of deciding', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(null, 'sh-01'), fc.constantFrom(...days), (decided, store, on) => {
        expect(inForce(decided, store, on)?.value).toEqual(recounted(decided, store, on));
      }),
    );
  });

  it('does not change when what was decided already is decided again', () => {
    fc.assert(
      fc.property(
        entries.filter(({ length }) => length > 0),
        fc.constantFrom(...days),
        (decided, on) => {
          const again = decided.at(-1)!;
          expect(alreadyDecided(decided, again)).toBe(true);
          expect(inForce([...decided, again], 'sh-01', on)?.value).toEqual(
            inForce(decided, 'sh-01', on)?.value,
          );
        },
      ),
    );
  });

  it('is the same value in whatever order its fields were written', () => {
    const one = { storeId: null, effectiveFrom: days[0]!, value: { a: 1, b: [{ c: 2, d: 3 }] } };
    expect(alreadyDecided([one], { ...one, value: { b: [{ d: 3, c: 2 }], a: 1 } })).toBe(true);
    expect(alreadyDecided([one], { ...one, value: { a: 1, b: [] } })).toBe(false);
  });
});
