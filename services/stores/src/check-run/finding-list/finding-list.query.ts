import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { FindingRow } from './finding-list.projection.js';

interface Asked {
  readonly storeId?: string;
  readonly settled?: string;
  readonly unannounced?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class FindingListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** The newest day first. */
  async list(asked: Asked): Promise<Page<FindingRow>> {
    const { storeId, settled, unannounced, cursor = '', limit = 100, minPosition } = asked;
    await this.views.reached('finding_list', minPosition);
    const [day = '', ...place] = cursor.split(' ');
    const rows = await this.reads.query<FindingRow>(
      `select * from finding_list
        where ($1::text is null or "storeId" = $1)
          and ($2::boolean is null or ("settledAt" is not null) = $2)
          and ($3::boolean is null or ("foundBy" is not null) = $3)
          and ($4 = '' or day < $4 or (day = $4 and "findingId" > $5))
        order by day desc, "findingId" limit $6`,
      [storeId, settled, unannounced, day, place.join(' '), limit + 1],
    );
    return page(rows, limit, (row) => `${row.day} ${row.findingId}`);
  }
}
