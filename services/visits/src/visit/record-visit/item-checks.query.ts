import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { dayOf } from '#libs/calendar';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { LOGGER, Peers } from '#libs/service';
import { contraindicatedItem } from '../../contraindicated-item/contraindicated-item.js';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { visit } from '../visit.js';

const PATIENCE_MS = 2_000;
/** How long an item is taken for harmless without looking; that it is not is never forgotten. */
const HARMLESS_MS = 5_000;

interface Served {
  readonly visitId: string;
  readonly clientId: string;
  readonly storeId: string;
  readonly itemIds: readonly string[];
  readonly completedAt: string;
}

/** Asks `clients` whether she may be given what is on a bill, where anything can speak against it. */
@Injectable()
export class ItemChecksQuery {
  private readonly harmless = new LRUCache<string, true>({ max: 10_000, ttl: HARMLESS_MS });

  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
    private readonly peers: Peers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Refuses with `contraindicated`. While `clients` cannot be asked nothing is refused: a store takes payment all the
   * same. A visit that is recorded already is not looked at again.
   */
  async check({ visitId, clientId, storeId, itemIds, completedAt }: Served): Promise<void> {
    const doubtful = await this.doubtful(itemIds);
    if (doubtful.length === 0) return;
    const { state } = await this.events.load(visit, visitId);
    if (state.status === 'completed') return;
    const { timeZone } = await this.stores.find(storeId);
    const on = dayOf(completedAt, timeZone);
    await Promise.all(doubtful.map((itemId) => this.ask(clientId, itemId, on)));
  }

  private async doubtful(itemIds: readonly string[]): Promise<string[]> {
    const doubtful = await Promise.all(
      [...new Set(itemIds)].map(async (itemId) => {
        if (this.harmless.has(itemId)) return [];
        const { state } = await this.events.load(contraindicatedItem, itemId);
        if (state === 'known') return [itemId];
        this.harmless.set(itemId, true);
        return [];
      }),
    );
    return doubtful.flat();
  }

  private async ask(clientId: string, itemId: string, on: string): Promise<void> {
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ itemId, on }),
      patienceMs: PATIENCE_MS,
    };
    const answer = await this.peers
      .askLiren(`/v1/clients/${clientId}/item-checks`, request)
      .catch((error: unknown) => {
        this.logger.warn({ err: error, clientId, itemId }, 'asking whether she may be given an item');
      });
    if (answer?.status !== 409) return;
    const { code, detail, context } = (await answer.json()) as {
      code: string;
      detail: string;
      context: object;
    };
    throw new Rejection(code, detail, { ...context });
  }
}
