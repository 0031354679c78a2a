import type { BatchFinished, BatchReceived, ProductDescribed } from '../product/product.events.js';

const occurredAt = '2026-03-01T01:00:00.000Z';

export const aProductDescribed = (data: Partial<ProductDescribed['data']> = {}): ProductDescribed => ({
  type: 'ProductDescribed',
  occurredAt,
  data: {
    ...{ productId: 'hydra-serum', name: 'Hydra serum', supplier: '美丽日化有限公司' },
    licence: { kind: 'filing', number: '粤G妆网备字2021000001', expiresOn: null },
    ...data,
  },
});

export const aBatchReceived = (data: Partial<BatchReceived['data']> = {}): BatchReceived => ({
  type: 'BatchReceived',
  occurredAt,
  storeId: 'sh-01',
  data: {
    ...{ productId: 'hydra-serum', storeId: 'sh-01', batch: 'L2603A' },
    ...{ expiresOn: '2026-09-30', receivedOn: '2026-03-01' },
    ...data,
  },
});

export const aBatchFinished = (data: Partial<BatchFinished['data']> = {}): BatchFinished => ({
  type: 'BatchFinished',
  occurredAt,
  storeId: 'sh-01',
  data: {
    ...{ productId: 'hydra-serum', storeId: 'sh-01', batch: 'L2603A' },
    ...{ finishedOn: '2026-04-01', reason: 'used-up' },
    ...data,
  },
});
