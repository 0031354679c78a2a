import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';

export interface StoreSupervision {
  readonly storeId: string;
  /** Looks that were not announced. */
  readonly looks: number;
  readonly supervisors: number;
  readonly lastLookOn: string | null;
  /** What anybody found not in order, unannounced or in the run of a day. */
  readonly findings: number;
  readonly open: number;
  readonly oldestOpenOn: string | null;
}

interface Asked {
  readonly from: string;
  readonly until: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

const VIEWS = ['store_list', 'check_run_list', 'finding_list'];

@Injectable()
export class SupervisionQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** Every store, also those that nobody looked at. */
  async list({ from, until, cursor = '', limit = 100, minPosition }: Asked): Promise<Page<StoreSupervision>> {
    await this.views.reached(VIEWS, minPosition);
    const rows = await this.reads.query<StoreSupervision>(
      `select "storeId", coalesce(looks, 0) as looks, coalesce(supervisors, 0) as supervisors, "lastLookOn",
              coalesce(findings, 0) as findings, coalesce(open, 0) as open, "oldestOpenOn"
         from store_list
         left join (select "storeId", count(*)::int as looks, count(distinct "checkedBy")::int as supervisors, max(day) as "lastLookOn"
                      from check_run_list where "checkedBy" is not null and day between $1 and $2 group by "storeId") looked
              using ("storeId")
         left join (select "storeId", count(*)::int as findings, count(*) filter (where "settledAt" is null)::int as open,
                           min(day) filter (where "settledAt" is null) as "oldestOpenOn"
                      from finding_list where day between $1 and $2 group by "storeId") found
              using ("storeId")
        where "storeId" > $3 order by "storeId" limit $4`,
      [from, until, cursor, limit + 1],
    );
    return page(rows, limit, ({ storeId }) => storeId);
  }
}
