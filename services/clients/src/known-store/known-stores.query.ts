import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import type { Grade } from './known-store.events.js';
import { gradeOn, knownStore } from './known-store.js';

@Injectable()
export class KnownStoresQuery {
  constructor(private readonly events: EventStore) {}

  /** Null for a store that nobody has told of yet. */
  async gradeOn(storeId: string, day: string): Promise<Grade | null> {
    return gradeOn((await this.events.load(knownStore, storeId)).state, day);
  }

  /** The same of several, in their order. */
  async gradesOn(storeIds: readonly string[], day: string): Promise<(Grade | null)[]> {
    return (await this.events.seeMany(knownStore, storeIds)).map(({ state }) => gradeOn(state, day));
  }
}
