import { purchasesOf, type Bought } from './purchases.js';

const line = (itemId: string, amountMinor: number, quantity = 1) => ({
  ...{ itemId, quantity, amountMinor, staffId: null },
});
const visit = (id: string, happenedOn: string, ...lines: Bought['lines']): Bought => ({
  ...{ id, kind: 'visit', visitId: null, storeId: 'sh-01', happenedOn, currency: 'CNY', lines },
});
const broughtBack = (visitId: string | null, ...lines: Bought['lines']): Bought => ({
  ...visit('r', '2026-03-20', ...lines),
  ...{ kind: 'return', visitId, currency: null },
});

describe('what a client bought (CL-32, CL-44)', () => {
  it('says of each item how often, how much of it, for how much, first and last', () => {
    const history = [
      visit('a', '2026-03-01', line('facial', 29_800), line('cream', 9_900, 2)),
      visit('b', '2026-03-11', line('facial', 19_800)),
      visit('c', '2026-03-31', line('facial', 29_800), line('facial', 100)),
    ];
    expect(purchasesOf(history)).toEqual([
      {
        ...{ itemId: 'facial', times: 3, quantity: 4, returnedQuantity: 0 },
        amounts: [{ currency: 'CNY', paidMinor: 79_500, returnedMinor: 0 }],
        ...{ firstOn: '2026-03-01', lastOn: '2026-03-31', everyDays: 15 },
      },
      {
        ...{ itemId: 'cream', times: 1, quantity: 2, returnedQuantity: 0 },
        amounts: [{ currency: 'CNY', paidMinor: 9_900, returnedMinor: 0 }],
        ...{ firstOn: '2026-03-01', lastOn: '2026-03-01', everyDays: null },
      },
    ]);
  });

  it('counts two visits of a day as two, and as no interval', () => {
    const history = [
      visit('a', '2026-03-01', line('facial', 1)),
      visit('b', '2026-03-01', line('facial', 1)),
    ];
    expect(purchasesOf(history)).toMatchObject([{ times: 2, everyDays: null }]);
  });

  it('says what she brought back, in the currency of its bill', () => {
    const hongKong = { ...visit('b', '2026-03-02', line('cream', 500)), storeId: 'hk-01', currency: 'HKD' };
    const history = [visit('a', '2026-03-01', line('cream', 9_900)), hongKong];
    expect(purchasesOf([...history, broughtBack('b', line('cream', 400))])).toMatchObject([
      {
        ...{ times: 2, quantity: 2, returnedQuantity: 1 },
        amounts: [
          { currency: 'CNY', paidMinor: 9_900, returnedMinor: 0 },
          { currency: 'HKD', paidMinor: 500, returnedMinor: 400 },
        ],
      },
    ]);
  });

  it('says it in the currency of the store where the bill is not known, and in none where nobody paid there', () => {
    const unknown = broughtBack(null, line('soap', 300));
    const amount = { paidMinor: 0, returnedMinor: 300 };
    const never = { times: 0, firstOn: null, lastOn: null, everyDays: null };
    expect(purchasesOf([visit('a', '2026-03-01'), unknown])).toMatchObject([
      { ...never, amounts: [{ currency: 'CNY', ...amount }] },
    ]);
    expect(purchasesOf([unknown])).toMatchObject([{ ...never, amounts: [{ currency: null, ...amount }] }]);
  });
});
