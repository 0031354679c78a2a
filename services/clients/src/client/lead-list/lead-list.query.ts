import { Injectable } from '@nestjs/common';
import { AFTER_EVERYTHING, page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { LeadClass } from '../client.events.js';
import type { LeadRow, LeadState } from './lead-list.projection.js';

export interface Asked {
  readonly storeId?: string | undefined;
  readonly class?: LeadClass | undefined;
  readonly state?: LeadState | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly minPosition?: number | undefined;
}

@Injectable()
export class LeadListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** The newest first; of stores that whoever asks may see. */
  async list({
    cursor = AFTER_EVERYTHING,
    limit = 100,
    minPosition,
    ...asked
  }: Asked): Promise<Page<LeadRow>> {
    await this.views.reached('lead', minPosition);
    const [before, beforeId = ''] = cursor.split(' ');
    const rows = await this.reads.query<LeadRow>(
      `select * from lead where ("addedAt", "clientId") < ($1, $2)
          and ($3::text is null or "storeId" = $3)
          and ($4::text is null or class = $4)
          and ($5::text is null or state = $5)
        order by "addedAt" desc, "clientId" desc limit $6`,
      [before, beforeId, asked.storeId ?? null, asked.class ?? null, asked.state ?? null, limit + 1],
    );
    return page(rows, limit, ({ addedAt, clientId }) => `${addedAt} ${clientId}`);
  }
}
