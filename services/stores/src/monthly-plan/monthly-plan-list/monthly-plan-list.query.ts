import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#libs/event-sourcing';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import type { Target } from '../monthly-plan.events.js';
import { dueBetween, standingOf, type Standing } from '../monthly-plan.js';

export interface ListedPlan {
  readonly storeId: string;
  readonly month: string;
  readonly standing: Standing;
  readonly dueAt: string;
  readonly version: number;
  readonly targets: readonly Target[];
}

interface Row {
  readonly storeId: string;
  readonly timeZone: string;
  readonly version: number | null;
  readonly targets: readonly Target[] | null;
  readonly late: boolean | null;
}

interface Asked {
  readonly month: string;
  readonly storeId?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

const VIEWS = ['store_list', 'monthly_plan'];

@Injectable()
export class MonthlyPlanListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every store, also those that have written nothing yet. */
  async list({ month, storeId, cursor = '', limit = 100, minPosition }: Asked): Promise<Page<ListedPlan>> {
    await this.views.reached(VIEWS, minPosition);
    const rows = await this.reads.query<Row>(
      `select "storeId", opening->>'timeZone' as "timeZone", version, targets, late
         from store_list left join (select "storeId", version, targets, late from monthly_plan where month = $1) plan using ("storeId")
        where "storeId" > $2 and ($3::text is null or "storeId" = $3)
        order by "storeId" limit $4`,
      [month, cursor, storeId, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, (row) => row.storeId);
    const now = this.clock.now().toISOString();
    return { items: items.map((row) => standing(row, month, now)), nextCursor };
  }
}

const standing = (
  { storeId, timeZone, version, targets, late }: Row,
  month: string,
  now: string,
): ListedPlan => ({
  ...{ storeId, month, version: version ?? 0, targets: targets ?? [] },
  standing: standingOf(late, { month, timeZone, now }),
  dueAt: dueBetween(month, timeZone).until,
});
