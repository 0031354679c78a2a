import { servedVisits } from './served-visits.js';

const line = (staffId: string | null, amountMinor: number) => ({
  ...{ itemId: 'facial', quantity: 1 },
  ...{ staffId, amountMinor },
});
const visit = (...lines: ReturnType<typeof line>[]) =>
  ({ id: 'v1', kind: 'visit', happenedOn: '2026-03-01', lines }) as const;
const served = (...lines: ReturnType<typeof line>[]) => servedVisits([visit(...lines)])[0]!.staffId;

describe('who served a visit', () => {
  it('is who did what she paid most for; of equals, who stands first on the bill', () => {
    expect(served(line('li', 100), line('wang', 150), line('li', 100))).toBe('li');
    expect(served(line('li', 100), line('wang', 100))).toBe('li');
  });

  it('is nobody where nobody was told', () => {
    expect(served(line(null, 100))).toBeNull();
    expect(served()).toBeNull();
  });

  it('is not asked of returns', () => {
    expect(servedVisits([{ ...visit(line('li', 100)), kind: 'return' }])).toEqual([]);
  });
});
