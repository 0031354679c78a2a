import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import { EventStore } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import type { Grade } from './known-store.events.js';
import { gradeOn, knownStore, type KnownStore } from './known-store.js';

@Injectable()
export class KnownStoresQuery {
  constructor(
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What day it is in a store; in UTC for the chain, and for a store whose time zone nobody has told. */
  async today(storeId: string | null): Promise<string> {
    const { timeZone } = storeId === null ? knownStore.initial : await this.one(storeId);
    return dayOf(this.clock.now().toISOString(), timeZone ?? 'UTC');
  }

  /** Null for a store that nobody has told of yet. */
  async gradeOn(storeId: string, day: string): Promise<Grade | null> {
    return gradeOn(await this.one(storeId), day);
  }

  private async one(storeId: string): Promise<KnownStore> {
    return (await this.events.load(knownStore, storeId)).state;
  }

  /** The same of several, in their order. */
  async gradesOn(storeIds: readonly string[], day: string): Promise<(Grade | null)[]> {
    return (await this.events.seeMany(knownStore, storeIds)).map(({ state }) => gradeOn(state, day));
  }
}
