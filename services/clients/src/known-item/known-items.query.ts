import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { knownItem, type KnownItem } from './known-item.js';

@Injectable()
export class KnownItemsQuery {
  constructor(private readonly events: EventStore) {}

  /** By their ids; nothing is said of one that nobody has heard of. */
  async of(itemIds: readonly string[]): Promise<ReadonlyMap<string, KnownItem>> {
    const items = await this.events.seeMany(knownItem, [...new Set(itemIds)]);
    return new Map(items.map(({ id, state }) => [id, state]));
  }
}
