import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { GroupRow } from './group-list.projection.js';

interface Asked {
  readonly kind?: string;
  readonly storeId?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class GroupListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** Groups of the chain, and those of the asker's stores. */
  async list({ kind, storeId, cursor = '', limit = 100, minPosition }: Asked): Promise<Page<GroupRow>> {
    await this.views.reached('group_list', minPosition);
    const rows = await this.reads.query<GroupRow>(
      `select * from group_list
        where ($1::text is null or kind = $1) and ($2::text is null or "storeId" = $2) and "groupId" > $3
        order by "groupId" limit $4`,
      [kind, storeId, cursor, limit + 1],
    );
    return page(rows, limit, ({ groupId }) => groupId);
  }
}
