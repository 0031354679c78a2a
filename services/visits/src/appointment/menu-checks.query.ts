import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Rejection } from '#libs/event-sourcing';
import { LOGGER, Peers } from '#libs/service';
import { notOnTheMenu, unknownItem, type Wanted } from './not-on-the-menu.js';

const PATIENCE_MS = 2_000;

const problem = z.object({ code: z.string() });
const menu = z.object({ items: z.array(z.object({})), nextCursor: z.string().nullable() });

/** Whether a store offers what is to be booked there, by its menu as `stores` has it: what was heard of it here may be late. */
@Injectable()
export class MenuChecksQuery {
  constructor(
    private readonly peers: Peers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Refuses with `unknown-item` or `not-on-the-menu`; nothing in a store whose menu is empty that day, and nothing while `stores`
   * cannot be asked: a store books all the same. `isSettled` says whether it was recorded already, and is asked only where it
   * matters.
   */
  async check(
    { storeId, itemIds, on }: Omit<Wanted, 'itemId'> & { readonly itemIds: readonly string[] },
    isSettled: () => Promise<boolean>,
  ): Promise<void> {
    const asked = [...new Set(itemIds)].map((itemId) => this.refusalOf({ storeId, itemId, on }));
    const refusal = (await Promise.all(asked)).find((one) => one !== undefined);
    if (refusal === undefined || (await isSettled())) return;
    if (refusal.code === 'unknown-item' && (await this.hasNoMenu(storeId, on))) return;
    throw refusal;
  }

  private async refusalOf(wanted: Wanted): Promise<Rejection | undefined> {
    const { storeId, itemId, on } = wanted;
    const answer = await this.ask(`/v1/items/${encodeURIComponent(itemId)}`, { storeId, on });
    const code = answer?.status === 404 ? problem.safeParse(answer.body).data?.code : undefined;
    if (code === 'unknown-item') return unknownItem(wanted);
    return code === 'not-on-the-menu' ? notOnTheMenu(wanted) : undefined;
  }

  /** Taken for true while that cannot be found out. */
  private async hasNoMenu(storeId: string, on: string): Promise<boolean> {
    const answer = await this.ask('/v1/items', { storeId, on });
    const listed = menu.safeParse(answer?.body).data;
    return listed === undefined || (listed.items.length === 0 && listed.nextCursor === null);
  }

  /** Undefined while it cannot be asked. */
  private async ask(
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
    try {
      const asked = `${path}?${new URLSearchParams(query).toString()}`;
      const answer = await this.peers.askStores(asked, { patienceMs: PATIENCE_MS });
      return { status: answer.status, body: await answer.json() };
    } catch (error) {
      this.logger.warn({ err: error, path }, 'asking whether a store offers an item');
      return undefined;
    }
  }
}
