import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import { standingOn } from '../store-standing.js';
import type { StoreStanding } from '../store.events.js';
import { known, store, type OpenedStore, type StoreChange } from '../store.js';
import type { StoreRow } from './store-list.projection.js';

export type StoreOnADay = StoreStanding & { storeId: string; timeZone: string; currency: string };

@Injectable()
export class StoreListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(cursor = '', limit = 100, minPosition?: number): Promise<Page<StoreOnADay>> {
    await this.views.reached('store_list', minPosition);
    const rows = await this.reads.query<StoreRow>(
      'select * from store_list where "storeId" > $1 order by "storeId" limit $2',
      [cursor, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ storeId }) => storeId);
    return { items: items.map((row) => this.onDay(row)), nextCursor };
  }

  /** One store as the log has it now, so that others may rely on it at once. */
  async one(storeId: string, on?: string): Promise<StoreOnADay & { openedAt: string; version: number }> {
    const { state, version } = await this.events.see(store, storeId);
    const { openedAt, ...opened } = known(storeId, state);
    return { ...this.onDay(opened, on), openedAt, version };
  }

  async changes(storeId: string): Promise<readonly StoreChange[]> {
    return known(storeId, (await this.events.see(store, storeId)).state).changes;
  }

  private onDay(opened: Pick<OpenedStore, 'opening' | 'changes'>, on?: string): StoreOnADay {
    const { storeId, timeZone, currency } = opened.opening;
    const day = on ?? dayOf(this.clock.now().toISOString(), timeZone);
    return { storeId, timeZone, currency, ...standingOn(opened, day) };
  }
}
