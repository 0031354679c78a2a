import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { dayOf } from '#libs/calendar';
import { EventStore } from '#libs/event-store';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import { knownItem, subjectOn, type KnownItem } from './known-item.js';
import { refuseUnlicensed } from './licence-needed.js';

/** How long an item that never was a medical treatment is taken for care without looking. */
const CARE_MS = 5_000;

/** Whether a store may give what is booked or billed there, as far as that has been heard here: nobody is asked. */
@Injectable()
export class LicenceChecksQuery {
  private readonly care = new LRUCache<string, true>({ max: 10_000, ttl: CARE_MS });

  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
  ) {}

  /** Refuses with `licence-needed` what `isSettled` does not say was recorded already; that is asked only where it matters. */
  async check(
    { storeId, itemIds, at }: { storeId: string; itemIds: readonly string[]; at: string },
    isSettled: () => Promise<boolean>,
  ): Promise<void> {
    const doubtful = await this.doubtful(itemIds);
    if (doubtful.length === 0 || (await isSettled())) return;
    const { timeZone } = await this.stores.find(storeId);
    const on = dayOf(at, timeZone);
    const licence = await this.stores.licenceOn(storeId, on);
    for (const { itemId, item } of doubtful) {
      const subject = subjectOn(item, on);
      if (subject !== null) refuseUnlicensed({ itemId, subject }, { storeId, licence }, on);
    }
  }

  /** Those that are a medical treatment on some day. */
  private async doubtful(itemIds: readonly string[]): Promise<{ itemId: string; item: KnownItem }[]> {
    const doubtful = await Promise.all(
      [...new Set(itemIds)].map(async (itemId) => {
        if (this.care.has(itemId)) return [];
        const { state: item } = await this.events.load(knownItem, itemId);
        if (item.some(({ medicalSubject }) => medicalSubject !== null)) return [{ itemId, item }];
        this.care.set(itemId, true);
        return [];
      }),
    );
    return doubtful.flat();
  }
}
