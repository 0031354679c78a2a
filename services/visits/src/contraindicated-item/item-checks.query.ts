import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { dayOf } from '#libs/calendar';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { LOGGER, Peers } from '#libs/service';
import { LicenceChecksQuery } from '../known-item/licence-checks.query.js';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import type { Despite } from '../visit/visit.events.js';
import { contraindicatedItem } from './contraindicated-item.js';

const PATIENCE_MS = 2_000;
/** How long an item is taken for harmless without looking; that it is not is never forgotten. */
const HARMLESS_MS = 5_000;

/** What she is, or was, to be given. */
interface Served {
  /** Null for a walk-in. */
  readonly clientId: string | null;
  readonly storeId: string;
  readonly itemIds: readonly string[];
  readonly at: string;
  /** Whoever gives it knows what speaks against it, and why it may be given all the same. */
  readonly despite?: Despite | undefined;
}

/** Whether the store may give what is booked or billed, and, of `clients`, whether she may be given it. */
@Injectable()
export class ItemChecksQuery {
  private readonly harmless = new LRUCache<string, true>({ max: 10_000, ttl: HARMLESS_MS });

  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
    private readonly licences: LicenceChecksQuery,
    private readonly peers: Peers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Refuses with `licence-needed`, whoever she is and whatever is said, or with `contraindicated`. While `clients` cannot be
   * asked the latter is not: a store books and takes payment all the same. `isSettled` says whether it was recorded
   * already, and is asked only where it matters.
   */
  async check(served: Served, isSettled = (): Promise<boolean> => Promise.resolve(false)): Promise<void> {
    const { clientId, storeId, itemIds, at, despite } = served;
    await this.licences.check(served, isSettled);
    if (clientId === null || despite !== undefined) return;
    const doubtful = await this.doubtful(itemIds);
    if (doubtful.length === 0 || (await isSettled())) return;
    const { timeZone } = await this.stores.find(storeId);
    const on = dayOf(at, timeZone);
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
