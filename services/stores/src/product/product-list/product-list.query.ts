import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { ProductRow } from './product-list.projection.js';

interface Asked {
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class ProductListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  async list({ cursor = '', limit = 100, minPosition }: Asked): Promise<Page<ProductRow>> {
    await this.views.reached('product_list', minPosition);
    const rows = await this.reads.query<ProductRow>(
      'select * from product_list where "productId" > $1 order by "productId" limit $2',
      [cursor, limit + 1],
    );
    return page(rows, limit, ({ productId }) => productId);
  }
}
