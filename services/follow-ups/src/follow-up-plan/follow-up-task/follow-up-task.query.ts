import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { FollowUpTaskRow } from './follow-up-task.projection.js';

export interface FollowUpFilter {
  readonly storeId?: string;
  readonly status?: string;
  readonly dueOn?: string;
}

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
  ): Promise<Page<FollowUpTaskRow>> {
    await this.views.reached('follow_up_task', minPosition);
    const [afterDay, afterTask = ''] = cursor.split(' ');
    const rows = await this.reads.query<FollowUpTaskRow>(
      `select * from follow_up_task
        where ($1::text is null or "storeId" = $1)
          and ($2::text is null or status = $2)
          and ($3::text is null or "dueOn" = $3)
          and ("dueOn", "taskId") > ($4, $5)
        order by "dueOn", "taskId" limit $6`,
      [storeId, status, dueOn, afterDay, afterTask, limit + 1],
    );
    return page(rows, limit, (task) => `${task.dueOn} ${task.taskId}`);
  }
}
