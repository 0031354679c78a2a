import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { BatchReceived, ProductDescribed, StockEvent } from './product.events.js';

export type Product =
  { readonly status: 'unknown' } | ({ readonly status: 'known' } & ProductDescribed['data']);

/** What stores use up and sell. */
export const product: Aggregate<Product, ProductDescribed> = {
  category: 'product',
  initial: { status: 'unknown' },
  evolve: (_before, { data }) => ({ status: 'known', ...data }),
};

export type Batch = BatchReceived['data'] & { readonly finishedOn: string | null };

export interface Stock {
  readonly storeId: string | null;
  readonly batches: readonly Batch[];
}

/** Batches of one product in one store. */
export const stock: Aggregate<Stock, StockEvent> = {
  category: 'product-stock',
  initial: { storeId: null, batches: [] },
  evolve: ({ batches }, { type, data }) => {
    const { storeId } = data;
    if (type === 'BatchReceived') return { storeId, batches: [...batches, { ...data, finishedOn: null }] };
    const { finishedOn } = data;
    return {
      storeId,
      batches: batches.map((one) => (one.batch === data.batch ? { ...one, finishedOn } : one)),
    };
  },
  storeOf: ({ storeId }) => storeId,
};

/** An id that people would take for the same is the same. */
export const productIdOf = (code: string): string => code.normalize('NFKC').toLowerCase();

export const stockId = (storeId: string, productId: string): string => `${storeId}/${productId}`;

/** Refuses for what nobody has described. */
export const checkKnown = (productId: string, { status }: Product): void => {
  if (status === 'known') return;
  throw new Rejection('unknown-product', 'There is no product with this id.', { productId }, 'not-found');
};
