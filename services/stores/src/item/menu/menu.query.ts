import { Inject, Injectable } from '@nestjs/common';
import type { Medical } from '#contracts/stores/medical';
import { dayOf } from '#libs/calendar';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import { standingOn } from '../../store/store-standing.js';
import { known as knownStore, store } from '../../store/store.js';
import { itemOn, mayGive, type ItemOnADay } from '../item-on-a-day.js';
import { item, known, type Item } from '../item.js';
import type { MenuRow } from './menu.projection.js';

export type MenuItem = Omit<ItemOnADay, 'medical'> & {
  itemId: string;
  /** Null of care. */
  medical: Medical | null;
  currency: string;
};

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

  /** A page of items, of which some may be off the menu that day, or not the store’s to give: what is listed, it may sell. */
  async list(asked: Asked, cursor = '', limit = 100, minPosition?: number): Promise<Page<MenuItem>> {
    await this.views.reached('menu', minPosition);
    const offered = await this.offeredOn(asked);
    const rows = await this.reads.query<MenuRow>(
      'select * from menu where "itemId" > $1 order by "itemId" limit $2',
      [cursor, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ itemId }) => itemId);
    const found = items.map((row) => offered(row.itemId, row.item));
    return { items: found.filter((one) => !(one instanceof Rejection)), nextCursor };
  }

  async one(itemId: string, asked: Asked): Promise<MenuItem> {
    const offered = await this.offeredOn(asked);
    const found = offered(itemId, known(itemId, (await this.events.load(item, itemId)).state));
    if (found instanceof Rejection) throw found;
    return found;
  }

  private async offeredOn({ storeId, on }: Asked) {
    const opened = knownStore(storeId, (await this.events.see(store, storeId)).state);
    const { currency, timeZone } = opened.opening;
    const day = on ?? dayOf(this.clock.now().toISOString(), timeZone);
    const { medicalLicence } = standingOn(opened, day);
    return (itemId: string, state: Item): MenuItem | Rejection => {
      const found = itemOn(state, { storeId, currency }, day);
      if (found === undefined) return notOnTheMenu(itemId);
      const { medical = null } = found;
      if (!mayGive(found, medicalLicence, day)) return licenceNeeded(itemId, medical);
      return { itemId, currency, ...found, medical };
    };
  }
}

const notOnTheMenu = (itemId: string): Rejection =>
  new Rejection('not-on-the-menu', 'The item is not offered on this day.', { itemId }, 'not-found');

const licenceNeeded = (itemId: string, medical: Medical | null): Rejection => {
  const sentence = 'This is a medical treatment, and the store has no licence for it on this day.';
  return new Rejection('licence-needed', sentence, { itemId, medical }, 'not-found');
};
