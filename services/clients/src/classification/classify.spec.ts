import { builtInClassification } from './classification-policy.js';
import { classify, type Counted } from './classify.js';

const paid = (happenedOn: string, yuan: number): Counted => ({
  kind: 'visit',
  happenedOn,
  amountMinor: yuan * 100,
});
const broughtBack = (happenedOn: string, yuan: number): Counted => ({
  ...paid(happenedOn, yuan),
  kind: 'return',
});
const on = '2026-06-30';
const classes = (...history: readonly Counted[]) => classify(history, 'D', on, builtInClassification);

describe('what class a client is of', () => {
  it('says the day, the policy, and what each class was counted from', () => {
    expect(classes(paid('2026-06-01', 5_000))).toEqual({
      on,
      policyVersion: 'client-classification@built-in',
      annualSpend: { class: 'A', fromMinor: 500_000, spentMinor: 500_000, storeGrade: 'D' },
      vip: { vip: false, because: null, spentMinor: 500_000, visits: 1 },
      card: { class: 'no-card' },
      frequency: { class: 'low', visits: 1, withinMonths: 6 },
    });
  });

  it('goes by a year’s spending, less what was brought back, as the grade of her store has it', () => {
    const history = [paid('2026-06-01', 5_000), broughtBack('2026-06-05', 1)];
    expect(classes(...history).annualSpend).toMatchObject({ class: 'B', spentMinor: 499_900 });
    expect(classify(history, 'AA', on, builtInClassification).annualSpend.class).toBe('D');
    expect(classes(paid('2025-06-30', 5_000)).annualSpend).toMatchObject({ class: 'D', spentMinor: 0 });
    expect(classes(paid('2025-07-01', 5_000)).annualSpend.class).toBe('A');
    expect(classes(broughtBack('2026-06-05', 1)).annualSpend.class).toBeNull();
    expect(classify(history, null, on, builtInClassification).annualSpend).toMatchObject({
      class: null,
      spentMinor: 499_900,
    });
  });

  it('makes her a VIP by all she ever paid, or by how often she came', () => {
    expect(classes(paid('2019-01-01', 8_800)).vip).toMatchObject({ vip: true, because: 'amount' });
    const often = Array.from({ length: 20 }, () => paid('2019-01-01', 1));
    expect(classes(...often).vip).toMatchObject({ vip: true, because: 'visits', visits: 20 });
    expect(classes(...often.slice(1)).vip.vip).toBe(false);
  });

  it.each([
    [12, 'key'],
    [11, 'potential'],
    [4, 'potential'],
    [3, 'low'],
    [0, 'low'],
  ])('who came %d times within six months is %s', (times, expected) => {
    const history = Array.from({ length: times }, () => paid('2026-01-01', 1));
    expect(classes(...history).frequency.class).toBe(expected);
    const before = Array.from({ length: times }, () => paid('2025-12-30', 1));
    expect(classes(...before).frequency.class).toBe('low');
  });

  it('knows nothing of what came after the day', () => {
    expect(classes(paid('2026-07-01', 50_000))).toEqual(classes());
  });
});
