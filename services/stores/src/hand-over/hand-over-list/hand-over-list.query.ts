import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { HandOverRow } from './hand-over-list.projection.js';

interface Asked {
  readonly storeId?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class HandOverListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** The newest first. */
  async list({ storeId, cursor, limit = 100, minPosition }: Asked): Promise<Page<HandOverRow>> {
    await this.views.reached('hand_over_list', minPosition);
    const rows = await this.reads.query<HandOverRow>(
      `select * from hand_over_list
        where ($1::text is null or "storeId" = $1) and ($2::text is null or ("handedOverAt", "handOverId") <
            (select "handedOverAt", "handOverId" from hand_over_list where "handOverId" = $2))
        order by "handedOverAt" desc, "handOverId" desc limit $3`,
      [storeId, cursor, limit + 1],
    );
    return page(rows, limit, ({ handOverId }) => handOverId);
  }
}
