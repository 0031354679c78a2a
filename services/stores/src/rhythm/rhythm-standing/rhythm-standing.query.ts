import { Inject, Injectable } from '@nestjs/common';
import { addDays } from '#libs/calendar';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import type { OpenedStore } from '../../store/store.js';
import type { RhythmKind } from '../rhythm.events.js';
import { firstCounted, rhythmStanding, type KindStanding } from './rhythm-standing.js';

export interface StoreRhythm {
  readonly storeId: string;
  readonly kinds: readonly KindStanding[];
}

interface Asked {
  readonly from: string;
  readonly until: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

type StoreRow = Pick<OpenedStore, 'openedAt' | 'opening' | 'changes'> & { readonly storeId: string };
type ToldRow = { readonly storeId: string; kind: RhythmKind; day: string; held: boolean };

/** A quarter of a year: days are counted one by one. */
const MOST_DAYS = 92;

const VIEWS = ['store_list', 'rhythm_list'];

@Injectable()
export class RhythmStandingQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ from, until, cursor = '', limit = 100, minPosition }: Asked): Promise<Page<StoreRhythm>> {
    checkPeriod(from, until);
    await this.views.reached(VIEWS, minPosition);
    const { stores, told } = await this.reads.snapshot(VIEWS, async ({ query }) => {
      const some = await query<StoreRow>(
        'select "storeId", "openedAt", opening, changes from store_list where "storeId" > $1 order by "storeId" limit $2',
        [cursor, limit + 1],
      );
      const ids = some.map(({ storeId }) => storeId);
      const theirs = await query<ToldRow>(
        'select "storeId", kind, day, held from rhythm_list where "storeId" = any($1) and day between $2 and $3',
        [ids, firstCounted(from), until],
      );
      return { stores: some, told: theirs };
    });
    const now = this.clock.now().toISOString();
    const { items, nextCursor } = page(stores, limit, ({ storeId }) => storeId);
    const standings = items.map((row) => {
      const { storeId } = row;
      const its = told.filter((one) => one.storeId === storeId);
      return { storeId, kinds: rhythmStanding(row, { from, until, now }, its) };
    });
    return { items: standings, nextCursor };
  }
}

const checkPeriod = (from: string, until: string): void => {
  if (until < addDays(from, MOST_DAYS)) return;
  throw new Rejection('period-too-long', 'Ask for 92 days at most.', { from, until });
};
