import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { OpenedStore } from '../../store/store.js';
import type { AtWorkRow } from '../at-work-row.js';
import { turnoverOf, type Turnover } from './turnover.js';

export type StoreTurnover = Turnover & { readonly storeId: string };

interface Asked {
  readonly from: string;
  readonly until: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

const VIEWS = ['store_list', 'at_work'];

@Injectable()
export class TurnoverQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** Store by store; a page holds all who ever worked in its stores. */
  async list({ from, until, cursor = '', limit = 20, minPosition }: Asked): Promise<Page<StoreTurnover>> {
    await this.views.reached(VIEWS, minPosition);
    const stores = await this.reads.query<Pick<OpenedStore, 'opening'>>(
      'select opening from store_list where "storeId" > $1 order by "storeId" limit $2',
      [cursor, limit + 1],
    );
    const { items, nextCursor } = page(stores, limit, ({ opening }) => opening.storeId);
    const ids = items.map(({ opening }) => opening.storeId);
    const rows = await this.reads.query<AtWorkRow>('select * from at_work where "storeIds" ?| $1', [ids]);
    const turnovers = items.map(({ opening }) => {
      const { storeId } = opening;
      const records = rows.filter((row) => row.storeIds.includes(storeId)).map(({ work }) => work);
      return { storeId, ...turnoverOf(records, opening, { from, until }) };
    });
    return { items: turnovers, nextCursor };
  }
}
