import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { CLOCK } from '#libs/service';
import { known, store } from '../store/store.js';

@Injectable()
export class TodayQuery {
  constructor(
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Today where the store is; by UTC for the chain, which has no place. */
  async in(storeId?: string): Promise<string> {
    const now = this.clock.now().toISOString();
    if (storeId === undefined) return dayOf(now, 'UTC');
    const { opening } = known(storeId, (await this.events.see(store, storeId)).state);
    return dayOf(now, opening.timeZone);
  }
}
