import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import { known as knownStore, store } from '../../store/store.js';
import { itemOn, type ItemOnADay } from '../item-on-a-day.js';
import { item, known, type Item } from '../item.js';
import type { MenuRow } from './menu.projection.js';

export type MenuItem = ItemOnADay & { itemId: string; currency: string };

interface Asked {
  readonly storeId: string;
  readonly on?: string;
}

@Injectable()
export class MenuQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page of items, of which some may be off the menu that day. */
  async list(asked: Asked, cursor = '', limit = 100, minPosition?: number): Promise<Page<MenuItem>> {
    await this.views.reached('menu', minPosition);
    const offered = await this.offeredOn(asked);
    const rows = await this.reads.query<MenuRow>(
      'select * from menu where "itemId" > $1 order by "itemId" limit $2',
      [cursor, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ itemId }) => itemId);
    return { items: items.flatMap((row) => offered(row.itemId, row.item) ?? []), nextCursor };
  }

  async one(itemId: string, asked: Asked): Promise<MenuItem> {
    const offered = await this.offeredOn(asked);
    const found = offered(itemId, known(itemId, (await this.events.load(item, itemId)).state));
    if (found !== undefined) return found;
    throw new Rejection('not-on-the-menu', 'The item is not offered on this day.', { itemId }, 'not-found');
  }

  private async offeredOn({ storeId, on }: Asked) {
    const { opening } = knownStore(storeId, (await this.events.see(store, storeId)).state);
    const { currency, timeZone } = opening;
    const day = on ?? dayOf(this.clock.now().toISOString(), timeZone);
    return (itemId: string, state: Item): MenuItem | undefined => {
      const found = itemOn(state, { storeId, currency }, day);
      return found && { itemId, currency, ...found };
    };
  }
}
