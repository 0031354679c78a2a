import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { ClientRequestRow, State } from './client-request-list.projection.js';

export interface ListedRequest extends ClientRequestRow {
  readonly overdue: boolean;
}

export interface Wanted {
  readonly state?: State;
  readonly clientId?: string;
  /** Open ones that were due before this day. */
  readonly overdueOn?: string;
}

@Injectable()
export class ClientRequestListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** What is due first comes first. */
  async list(
    { state, clientId, overdueOn }: Wanted,
    today: string,
    cursor = '',
    limit = 100,
    minPosition?: number,
  ): Promise<Page<ListedRequest>> {
    await this.views.reached('client_request', minPosition);
    const [afterDue, after = ''] = cursor.split(' ');
    const rows = await this.reads.query<ListedRequest>(
      `select *, state = 'open' and "dueOn" < $6 as overdue from client_request
        where ("dueOn", "requestId") > ($1, $2)
          and ($3::text is null or state = $3)
          and ($4::text is null or "clientId" = $4)
          and ($5::text is null or state = 'open' and "dueOn" < $5)
        order by "dueOn", "requestId" limit $7`,
      [afterDue, after, state, clientId, overdueOn, today, limit + 1],
    );
    return page(rows, limit, ({ dueOn, requestId }) => `${dueOn} ${requestId}`);
  }
}
