import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import type { Envelope } from '#libs/privacy';
import { ScopedReads, Views } from '#libs/service';
import { SealedForHer } from '../../client/sealed-for-her.query.js';
import { placeOfReason } from '../health.js';
import type { BrokenGlassRow } from './broken-glass.projection.js';

@Injectable()
export class BrokenGlassQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly sealed: SealedForHer,
  ) {}

  async list(cursor = '', limit = 100, minPosition?: number): Promise<Page<BrokenGlassRow>> {
    await this.views.reached('broken_glass', minPosition);
    const [after, afterId = ''] = cursor.split(' ');
    const rows = await this.reads.query<BrokenGlassRow>(
      `select * from broken_glass where ("brokenAt", "breakId") > ($1, $2) order by "brokenAt", "breakId" limit $3`,
      [after, afterId, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ brokenAt, breakId }) => `${brokenAt} ${breakId}`);
    return { items: await Promise.all(items.map((row) => this.opened(row))), nextCursor };
  }

  private async opened(row: BrokenGlassRow): Promise<BrokenGlassRow> {
    const { clientId, reason } = row;
    const sealed = { envelope: JSON.parse(reason) as Envelope, place: placeOfReason(clientId) };
    const [opened] = await this.sealed.open<{ reason: string }>(clientId, 'health', [sealed]);
    return { ...row, reason: opened === 'erased' ? 'erased' : opened!.reason };
  }
}
