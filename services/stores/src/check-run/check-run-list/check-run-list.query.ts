import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { CheckRunRow } from './check-run-list.projection.js';

interface Asked {
  readonly day: string;
  readonly storeId?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class CheckRunListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  async list({ day, storeId, cursor = '', limit = 100, minPosition }: Asked): Promise<Page<CheckRunRow>> {
    await this.views.reached('check_run_list', minPosition);
    const rows = await this.reads.query<CheckRunRow>(
      `select * from check_run_list
        where day = $1 and ($2::text is null or "storeId" = $2) and "runId" > $3 order by "runId" limit $4`,
      [day, storeId, cursor, limit + 1],
    );
    return page(rows, limit, ({ runId }) => runId);
  }
}
