import { Injectable } from '@nestjs/common';
import { AFTER_EVERYTHING, page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { ClientVisitRow } from './client-visits.projection.js';

@Injectable()
export class ClientVisitsQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** The newest first; of stores that whoever asks may see. */
  async list(
    clientIds: readonly string[],
    cursor = AFTER_EVERYTHING,
    limit = 100,
    minPosition?: number,
  ): Promise<Page<ClientVisitRow>> {
    await this.views.reached('client_visit', minPosition);
    const [before, beforeId = ''] = cursor.split(' ');
    const rows = await this.reads.query<ClientVisitRow>(
      `select * from client_visit where "clientId" = any($1) and ("happenedAt", id) < ($2, $3)
        order by "happenedAt" desc, id desc limit $4`,
      [clientIds, before, beforeId, limit + 1],
    );
    return page(rows, limit, ({ happenedAt, id }) => `${happenedAt} ${id}`);
  }
}
