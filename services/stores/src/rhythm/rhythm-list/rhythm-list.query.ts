import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { RhythmRow } from './rhythm-list.projection.js';

export type ListedRhythm = Omit<RhythmRow, 'rhythmId'>;

interface Asked {
  readonly from: string;
  readonly until: string;
  readonly storeId?: string;
  readonly kind?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class RhythmListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  async list(asked: Asked): Promise<Page<ListedRhythm>> {
    const { from, until, storeId, kind, cursor = '', limit = 100, minPosition } = asked;
    await this.views.reached('rhythm_list', minPosition);
    const rows = await this.reads.query<RhythmRow>(
      `select * from rhythm_list
        where day between $1 and $2 and ($3::text is null or "storeId" = $3) and ($4::text is null or kind = $4)
          and "rhythmId" > $5
        order by "rhythmId" limit $6`,
      [from, until, storeId, kind, cursor, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ rhythmId }) => rhythmId);
    return { items: items.map(({ rhythmId, ...row }) => row), nextCursor };
  }
}
