import fc from 'fast-check';
import { alreadyDecided, deviations, inForce, scheduledAfter, type Effective } from './index.js';

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

describe('what is scheduled for later', () => {
  const entry = (effectiveFrom: string, value: number | null, storeId: string | null = 'sh-01') => ({
    ...{ storeId, effectiveFrom, value },
  });

  it('is what nobody has taken back since, the first of it, in its scope', () => {
    const after = (...entries: readonly Effective[]) => scheduledAfter(entries, 'sh-01', days[0]!);
    expect(after(entry(days[0]!, 1), entry(days[1]!, 1, null), entry(days[1]!, 1, 'bj-01'))).toBeUndefined();
    expect(after(entry(days[3]!, 1), entry(days[2]!, 2))).toBe(days[2]);
    expect(after(entry(days[2]!, 1), entry(days[3]!, 1), entry(days[2]!, null))).toBe(days[3]);
    expect(after(entry(days[2]!, null), entry(days[2]!, 1))).toBe(days[2]);
  });

  it('is all that can hold after what holds was taken back', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...days), (decided, day) => {
        const own = decided.filter(({ storeId }) => storeId === 'sh-01');
        const taken = [...own, entry(day, null)];
        const holds = days.filter((one) => one >= day && inForce(taken, 'sh-01', one) !== undefined);
        expect(scheduledAfter(decided, 'sh-01', day)).toBe(holds[0]);
      }),
    );
  });
});

describe('what the chain holds fixed', () => {
  type Said = Readonly<Record<string, string>>;
  const partsOf = ({ value }: Effective<Said>) => new Map(Object.entries(value!));
  const fixedOf = (entry: Effective<Said>) =>
    new Map([...partsOf(entry)].filter(([part]) => part.startsWith('fixed')));
  const entry = (storeId: string | null, effectiveFrom: string, value: Said | null) => ({
    ...{ storeId, effectiveFrom, value },
  });
  const of = (...entries: readonly Effective<Said>[]) => deviations(entries, fixedOf, partsOf);
  const chain = entry(null, '2026-01-02', { fixed: 'a', open: 'b' });

  it('is said by every store the same way, and whatever else it likes', () => {
    expect(of(chain, entry('sh-01', '2026-01-03', { fixed: 'a', open: 'c', own: 'd' }))).toEqual([]);
  });

  it('is not said otherwise, nor left out, on any day on which both hold', () => {
    const deviates = (day: string) => [{ storeId: 'sh-01', day, part: 'fixed' }];
    expect(of(chain, entry('sh-01', '2026-01-03', { fixed: 'x' }))).toEqual(deviates('2026-01-03'));
    expect(of(chain, entry('sh-01', '2026-01-01', {}))).toEqual(deviates('2026-01-02'));
    const ended = [entry('sh-01', '2026-01-01', {}), entry('sh-01', '2026-01-02', null)];
    expect(of(chain, ...ended)).toEqual([]);
    const loosened = [chain, entry(null, '2026-01-03', { open: 'b' })];
    expect(of(...loosened, entry('sh-01', '2026-01-03', {}))).toEqual([]);
    const retired = [chain, entry(null, '2026-01-03', null)];
    expect(of(...retired, entry('sh-01', '2026-01-03', {}))).toEqual([]);
  });
});
