import { ignored, type Projection } from '#libs/event-sourcing';
import type { ProductEvent } from '../product.events.js';
import { stockId } from '../product.js';

export interface BatchRow {
  batchId: string;
  storeId: string;
  productId: string;
  batch: string;
  expiresOn: string;
  receivedOn: string;
  finishedOn: string | null;
}

const batchId = ({ storeId, productId, batch }: Pick<BatchRow, 'storeId' | 'productId' | 'batch'>): string =>
  `${stockId(storeId, productId)}#${batch}`;

/** Batches that are or were in stores. */
export const productBatch: Projection<ProductEvent, BatchRow> = {
  name: 'product_batch',
  of: ['product-stock'],
  columns: {
    batchId: 'text',
    storeId: 'text not null',
    productId: 'text not null',
    batch: 'text not null',
    expiresOn: 'text not null',
    receivedOn: 'text not null',
    finishedOn: 'text',
  },
  key: 'batchId',
  store: 'storeId',
  indexes: ['"storeId", "productId"'],
  reads: ({ type, data }) => (type === 'BatchFinished' ? [batchId(data)] : []),
  on: {
    ProductDescribed: ignored,
    BatchReceived: ({ data }, rows) =>
      rows.set(batchId(data), { batchId: batchId(data), ...data, finishedOn: null }),
    BatchFinished: ({ data }, rows) => {
      const { finishedOn } = data;
      rows.set(batchId(data), { ...rows.get(batchId(data))!, finishedOn });
    },
  },
};
