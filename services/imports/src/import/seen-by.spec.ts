import { isSeenBy } from './seen-by.js';

describe('an import', () => {
  const ofStores = (stores: readonly string[] | 'every') => ({ startedBy: { subject: 'somebody', stores } });

  it('is seen by whoever sees every store', () => {
    for (const file of [ofStores('every'), ofStores(['sh-01']), {}])
      expect(isSeenBy(undefined, file)).toBe(true);
  });

  it('is seen by those who see all stores it may be about', () => {
    expect(isSeenBy(['sh-01', 'sh-02'], ofStores(['sh-01']))).toBe(true);
    expect(isSeenBy(['sh-01'], ofStores(['sh-01', 'sh-02']))).toBe(false);
    expect(isSeenBy(['bj-01'], ofStores(['sh-01']))).toBe(false);
  });

  it('of every store is not seen from one', () => {
    expect(isSeenBy(['sh-01'], ofStores('every'))).toBe(false);
    expect(isSeenBy(['sh-01'], {})).toBe(false);
  });
});
