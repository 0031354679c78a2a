import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import { itemOn } from '../../item/item-on-a-day.js';
import type { Item } from '../../item/item.js';
import { known, store } from '../../store/store.js';
import type { Licence } from '../product.events.js';
import { productIdOf, type Batch } from '../product.js';
import { batchesOn, productFaults, type ProductFault } from './product-safety.js';

export interface ItemSafety {
  readonly itemId: string;
  readonly products: readonly {
    readonly productId: string;
    readonly supplier: string | null;
    readonly licence: Licence | null;
    readonly batches: readonly Pick<Batch, 'batch' | 'expiresOn'>[];
    readonly faults: readonly ProductFault[];
  }[];
}

interface Asked {
  readonly storeId: string;
  readonly on?: string;
  readonly flagged?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

type KnownProduct = { readonly productId: string; supplier: string; licence: Licence | null };

@Injectable()
export class ProductSafetyQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page of items; those that are not offered there on the day, or use up nothing, are left out. */
  async list(asked: Asked): Promise<Page<ItemSafety>> {
    const { storeId, on, flagged, cursor = '', limit = 100, minPosition } = asked;
    await this.views.reached(['menu', 'product_list', 'product_batch'], minPosition);
    const { opening } = known(storeId, (await this.events.see(store, storeId)).state);
    const day = on ?? dayOf(this.clock.now().toISOString(), opening.timeZone);
    const rows = await this.reads.query<{ itemId: string; item: Item }>(
      'select "itemId", item from menu where "itemId" > $1 order by "itemId" limit $2',
      [cursor, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ itemId }) => itemId);
    const used = items.map(({ itemId, item }) => ({
      itemId,
      productIds: itemOn(item, opening, day)?.products.map(productIdOf) ?? [],
    }));
    const safetyOf = await this.safety(storeId, day, [...new Set(used.flatMap((one) => one.productIds))]);
    const safeties = used
      .filter(({ productIds }) => productIds.length > 0)
      .map(({ itemId, productIds }) => ({ itemId, products: productIds.map(safetyOf) }));
    const isFlagged = ({ products }: ItemSafety): boolean => products.some(({ faults }) => faults.length > 0);
    return {
      items: flagged === undefined ? safeties : safeties.filter((one) => String(isFlagged(one)) === flagged),
      nextCursor,
    };
  }

  private async safety(storeId: string, day: string, productIds: readonly string[]) {
    const products = await this.reads.query<KnownProduct>(
      'select "productId", supplier, licence from product_list where "productId" = any($1)',
      [productIds],
    );
    const batches = await this.reads.query<Batch>(
      'select * from product_batch where "storeId" = $1 and "productId" = any($2) order by "expiresOn", batch',
      [storeId, productIds],
    );
    return (productId: string): ItemSafety['products'][number] => {
      const found = products.find((one) => one.productId === productId);
      const there = batchesOn(
        batches.filter((one) => one.productId === productId),
        day,
      );
      return {
        ...{ productId, supplier: found?.supplier ?? null, licence: found?.licence ?? null },
        batches: there.map(({ batch, expiresOn }) => ({ batch, expiresOn })),
        faults: productFaults(found, there, day),
      };
    };
  }
}
