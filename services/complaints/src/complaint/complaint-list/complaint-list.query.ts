import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { KnownLinksQuery, ScopedReads, Views } from '#libs/service';
import type { ComplaintRow } from './complaint-list.projection.js';

export interface ComplaintFilter {
  readonly storeId?: string;
  readonly status?: string;
  readonly clientId?: string;
}

@Injectable()
export class ComplaintListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly links: KnownLinksQuery,
  ) {}

  async list(
    { storeId, status, clientId }: ComplaintFilter,
    cursor = '',
    limit = 100,
    minPosition?: number,
  ): Promise<Page<ComplaintRow>> {
    await this.views.reached('complaint_list', minPosition);
    const clientIds = clientId === undefined ? undefined : await this.links.idsOf(clientId);
    const [afterDue, afterComplaint = ''] = cursor.split(' ');
    const rows = await this.reads.query<ComplaintRow>(
      `select * from complaint_list
        where ($1::text is null or "storeId" = $1)
          and ($2::text is null or status = $2)
          and ($3::text[] is null or "clientId" = any($3))
          and ("dueAt", "complaintId") > ($4, $5)
        order by "dueAt", "complaintId" limit $6`,
      [storeId, status, clientIds, afterDue, afterComplaint, limit + 1],
    );
    return page(rows, limit, ({ dueAt, complaintId }) => `${dueAt} ${complaintId}`);
  }
}
