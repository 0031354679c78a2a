import { Inject, Injectable } from '@nestjs/common';
import { addDays } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import type { FileQualityRow } from './file-quality.projection.js';

export type FileToUpdate = Omit<FileQualityRow, 'filled'>;

export interface Asked {
  readonly storeId?: string | undefined;
  readonly below: number;
  readonly days: number;
  readonly cursor: string;
  readonly limit: number;
  readonly minPosition?: number | undefined;
}

const VIEWS = ['file_quality', 'client_of_store'];

@Injectable()
export class FilesToUpdateQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ storeId, below, days, cursor, limit, minPosition }: Asked): Promise<Page<FileToUpdate>> {
    await Promise.all(VIEWS.map((view) => this.views.reached(view, minPosition)));
    const since = addDays(this.clock.now().toISOString().slice(0, 10), -days);
    const rows = await this.reads.query<FileToUpdate>(
      `select "clientId", "storeId", score, missing, "lookedAtOn" from file_quality
        where "clientId" > $1 and ($2::text is null or "storeId" = $2) and (score < $3 or "lookedAtOn" < $4)
          and not exists (select from client_of_store as one where one."clientId" = file_quality."clientId" and restricted)
        order by "clientId" limit $5`,
      [cursor, storeId ?? null, below, since, limit + 1],
    );
    return page(rows, limit, ({ clientId }) => clientId);
  }
}
