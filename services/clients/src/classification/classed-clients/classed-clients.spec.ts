import { isOfClasses, NO_CLASS } from './classed-clients.js';

const her = {
  annualSpend: { class: 'A', fromMinor: 1, spentMinor: 2, storeGrade: 'D' },
  vip: { vip: false, because: null, spentMinor: 2, visits: 3 },
  frequency: { class: 'key', visits: 3, withinMonths: 6 },
} as const;
const poor = { ...her, annualSpend: { ...her.annualSpend, class: null } };

describe('clients of a class', () => {
  it('are all, where no class is asked for', () => {
    expect(isOfClasses(her, {})).toBe(true);
  });

  it.each([
    [{ frequency: 'key' }, true],
    [{ frequency: 'low' }, false],
    [{ annualSpend: 'A' }, true],
    [{ annualSpend: 'B' }, false],
    [{ annualSpend: NO_CLASS }, false],
    [{ vip: false }, true],
    [{ vip: true }, false],
    [{ frequency: 'key', annualSpend: 'A', vip: false }, true],
    [{ frequency: 'key', annualSpend: 'A', vip: true }, false],
  ])('are of each class that is asked for: %j', (wanted, expected) => {
    expect(isOfClasses(her, wanted)).toBe(expected);
  });

  it('are of none by spending when they are below every class', () => {
    expect(isOfClasses(poor, { annualSpend: NO_CLASS })).toBe(true);
    expect(isOfClasses(poor, { annualSpend: 'A' })).toBe(false);
  });
});
