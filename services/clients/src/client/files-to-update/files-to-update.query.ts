import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayOf, startOfDay } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { StoresOfClientsQuery } from '../stores-of-clients.query.js';
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
    private readonly clientStores: StoresOfClientsQuery,
    private readonly knownStores: KnownStoresQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Days are those of each file's store. */
  async list({ storeId, below, days, cursor, limit, minPosition }: Asked): Promise<Page<FileToUpdate>> {
    await this.views.reached(VIEWS, minPosition);
    const storeIds = storeId === undefined ? await this.clientStores.seen() : [storeId];
    const now = this.clock.now().toISOString();
    const since = (await this.knownStores.timeZonesOf(storeIds)).map((timeZone) =>
      startOfDay(addDays(dayOf(now, timeZone), -days), timeZone),
    );
    const rows = await this.reads.query<FileToUpdate>(
      `select "clientId", "storeId", score, missing, "lookedAtOn" from file_quality
         join unnest($2::text[], $3::timestamptz[]) as store("storeId", since) using ("storeId")
        where "clientId" > $1 and (score < $4 or "lookedAtOn" < since)
          and not exists (select from client_of_store as one where one."clientId" = file_quality."clientId" and restricted)
        order by "clientId" limit $5`,
      [cursor, storeIds, since, below, limit + 1],
    );
    return page(rows, limit, ({ clientId }) => clientId);
  }
}
