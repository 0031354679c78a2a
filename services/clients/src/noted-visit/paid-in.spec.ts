import { paidIn } from './paid-in.js';

const visit = (currency: string | null, amountMinor = 100) => ({ currency, amountMinor });

describe('what was paid in one currency', () => {
  it('leaves out amounts of another, and no visit', () => {
    expect(paidIn('CNY', [visit('CNY'), visit('USD')])).toEqual([visit('CNY'), visit('USD', 0)]);
  });

  it('is all there is where nobody knows of which it is', () => {
    expect(paidIn('CNY', [visit(null)])).toEqual([visit(null)]);
    expect(paidIn(null, [visit('USD')])).toEqual([visit('USD')]);
  });
});
