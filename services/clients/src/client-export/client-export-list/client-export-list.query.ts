import { Injectable } from '@nestjs/common';
import { AFTER_EVERYTHING, page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { ClientExportRow } from './client-export-list.projection.js';

@Injectable()
export class ClientExportListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** The newest first. */
  async list(cursor = AFTER_EVERYTHING, limit = 100, minPosition?: number): Promise<Page<ClientExportRow>> {
    await this.views.reached('client_export', minPosition);
    const [before, beforeId = ''] = cursor.split(' ');
    const rows = await this.reads.query<ClientExportRow>(
      `select * from client_export where ("exportedAt", "exportId") < ($1, $2)
        order by "exportedAt" desc, "exportId" desc limit $3`,
      [before, beforeId, limit + 1],
    );
    return page(rows, limit, ({ exportedAt, exportId }) => `${exportedAt} ${exportId}`);
  }
}
