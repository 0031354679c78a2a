import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { ComplaintRow } from './complaint-list.projection.js';

export interface ComplaintFilter {
  readonly storeId?: string;
  readonly status?: string;
}

@Injectable()
export class ComplaintListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  async list(
    { storeId, status }: ComplaintFilter,
    cursor = '',
    limit = 100,
    minPosition?: number,
  ): Promise<Page<ComplaintRow>> {
    await this.views.reached('complaint_list', minPosition);
    const [afterDue, afterComplaint = ''] = cursor.split(' ');
    const rows = await this.reads.query<ComplaintRow>(
      `select * from complaint_list
        where ($1::text is null or "storeId" = $1)
          and ($2::text is null or status = $2)
          and ("dueAt", "complaintId") > ($3, $4)
        order by "dueAt", "complaintId" limit $5`,
      [storeId, status, afterDue, afterComplaint, limit + 1],
    );
    return page(rows, limit, ({ dueAt, complaintId }) => `${dueAt} ${complaintId}`);
  }
}
