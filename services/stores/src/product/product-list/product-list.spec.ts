import { views } from '#libs/testing';
import { aBatchFinished, aBatchReceived, aProductDescribed } from '../../testing/product.builders.js';
import { productBatch } from './product-batch.projection.js';
import { productList } from './product-list.projection.js';

describe('products', () => {
  it('are as they were last described', () => {
    views(productList)
      .given(aProductDescribed(), aProductDescribed({ licence: null }))
      .thenRows({ productId: 'hydra-serum', supplier: '美丽日化有限公司', licence: null });
  });

  it('have batches in stores, each until it is finished', () => {
    views(productBatch)
      .given(aBatchReceived(), aBatchReceived({ batch: 'L2603B' }), aBatchFinished())
      .thenRows(
        { batch: 'L2603A', expiresOn: '2026-09-30', finishedOn: '2026-04-01' },
        { batch: 'L2603B', receivedOn: '2026-03-01', finishedOn: null },
      );
  });
});
