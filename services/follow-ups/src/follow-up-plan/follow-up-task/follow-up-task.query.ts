import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views, withSurvivors } from '#libs/service';
import type { FollowUpTaskRow } from './follow-up-task.projection.js';

export interface FollowUpFilter {
  readonly storeId?: string;
  readonly status?: string;
  readonly dueOn?: string;
}

/** As a task is shown: of her whom it is to reach. */
export interface ShownTask extends FollowUpTaskRow {
  /** Whose visit it follows, where she was merged into the client; null for the client's own. */
  mergedId: string | null;
}

const VIEWS = ['follow_up_task', 'linked_client'];

const PAGE = `page as (
  select * from follow_up_task
   where ($1::text is null or "storeId" = $1)
     and ($2::text is null or status = $2)
     and ($3::text is null or "dueOn" = $3)
     and ("dueOn", "taskId") > ($4, $5)
   order by "dueOn", "taskId" limit $6)`;

const LIST = `
${withSurvivors({ first: PAGE, of: 'select "clientId" from page' })}
select page.*, coalesce("survivorId", page."clientId") as "clientId",
       case when "survivorId" is not null then page."clientId" end as "mergedId"
  from page left join survivor on survivor."clientId" = page."clientId"
 order by "dueOn", "taskId"`;

@Injectable()
export class FollowUpTaskQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  async list(
    { storeId, status, dueOn }: FollowUpFilter,
    cursor = '',
    limit = 100,
    minPosition?: number,
  ): Promise<Page<ShownTask>> {
    await this.views.reached(VIEWS, minPosition);
    const [afterDay, afterTask = ''] = cursor.split(' ');
    const asked = [storeId, status, dueOn, afterDay, afterTask, limit + 1];
    const rows = await this.reads.query<ShownTask>(LIST, asked);
    return page(rows, limit, (task) => `${task.dueOn} ${task.taskId}`);
  }
}
