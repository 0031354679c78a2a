import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import { known as knownStore, store } from '../../store/store.js';
import type { AtWorkRow } from '../at-work-row.js';
import type { Post } from '../staff.events.js';
import { postOn } from '../work-record.js';

export interface AtWork {
  readonly staffId: string;
  readonly post: Post;
}

interface Asked {
  readonly storeId: string;
  readonly on?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class AtWorkQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page of those who ever worked there, without those who do not on the day. */
  async list({ storeId, on, cursor = '', limit = 100, minPosition }: Asked): Promise<Page<AtWork>> {
    await this.views.reached('at_work', minPosition);
    const { opening } = knownStore(storeId, (await this.events.see(store, storeId)).state);
    const day = on ?? dayOf(this.clock.now().toISOString(), opening.timeZone);
    const rows = await this.reads.query<AtWorkRow>(
      'select * from at_work where "storeIds" ? $1 and "staffId" > $2 order by "staffId" limit $3',
      [storeId, cursor, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ staffId }) => staffId);
    const working = items.flatMap(({ staffId, work }) => {
      const post = postOn(work, opening, day);
      return post === undefined ? [] : [{ staffId, post }];
    });
    return { items: working, nextCursor };
  }
}
