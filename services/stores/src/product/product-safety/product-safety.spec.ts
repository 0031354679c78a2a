import { aBatchReceived, aProductDescribed } from '../../testing/product.builders.js';
import { batchesOn, productFaults } from './product-safety.js';

const day = '2026-03-10';
const registered = (expiresOn: string) => ({
  licence: { kind: 'registration' as const, number: '国妆特字20210001', expiresOn },
});
const fresh = [{ expiresOn: '2026-03-10' }];

describe('what speaks against a product on a day', () => {
  it('is nothing while its licence and all batches that are there are good', () => {
    expect(productFaults(aProductDescribed().data, fresh, day)).toEqual([]);
    expect(productFaults(registered(day), fresh, day)).toEqual([]);
  });

  it('is that nobody knows it, that it has no licence, or one that is over', () => {
    expect(productFaults(undefined, fresh, day)).toEqual(['unknown-product']);
    expect(productFaults({ licence: null }, fresh, day)).toEqual(['unlicensed']);
    expect(productFaults(registered('2026-03-09'), fresh, day)).toEqual(['licence-expired']);
  });

  it('is that no batch is there, or that one of them is out of date', () => {
    expect(productFaults(registered(day), [], day)).toEqual(['no-batch']);
    const old = [...fresh, { expiresOn: '2026-03-09' }];
    expect(productFaults(registered(day), old, day)).toEqual(['batch-expired']);
  });

  it('goes by the batches that are in the store that day', () => {
    const received = { ...aBatchReceived().data, finishedOn: '2026-04-01' };
    const there = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(
      (one) => batchesOn([received], one).length,
    );
    expect(there).toEqual([0, 1, 1, 0]);
  });
});
