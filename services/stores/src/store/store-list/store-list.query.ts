import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import { store } from '../store.js';
import type { StoreRow } from './store-list.projection.js';

@Injectable()
export class StoreListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly events: EventStore,
  ) {}

  async list(cursor = '', limit = 100, minPosition?: number): Promise<Page<StoreRow>> {
    await this.views.reached('store_list', minPosition);
    const rows = await this.reads.query<StoreRow>(
      'select * from store_list where "storeId" > $1 order by "storeId" limit $2',
      [cursor, limit + 1],
    );
    return page(rows, limit, ({ storeId }) => storeId);
  }

  /** One store as the log has it now, so that others may rely on it at once. */
  async one(storeId: string): Promise<StoreRow & { openedAt: string; version: number }> {
    const { state, version } = await this.events.see(store, storeId);
    if (state.status === 'unopened') {
      throw new Rejection('unknown-store', 'There is no store with this id.', { storeId }, 'not-found');
    }
    const { status, ...row } = state;
    return { ...row, version };
  }
}
