import { ignored, type Projection } from '#libs/event-sourcing';
import type { Licence, ProductEvent } from '../product.events.js';

export interface ProductRow {
  productId: string;
  name: string;
  supplier: string;
  licence: Licence | null;
}

export const productList: Projection<ProductEvent, ProductRow> = {
  name: 'product_list',
  of: ['product'],
  columns: { productId: 'text', name: 'text not null', supplier: 'text not null', licence: 'jsonb' },
  key: 'productId',
  on: {
    ProductDescribed: ({ data }, rows) => rows.set(data.productId, data),
    BatchReceived: ignored,
    BatchFinished: ignored,
  },
};
