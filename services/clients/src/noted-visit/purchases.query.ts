import { Injectable } from '@nestjs/common';
import { ScopedReads, Views } from '#libs/service';
import { purchasesOf, type Bought, type Purchase } from './purchases.js';

@Injectable()
export class PurchasesQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** Of these, who are one, up to a day; in stores that whoever asks may see. */
  async of(clientIds: readonly string[], on: string, minPosition?: number): Promise<Purchase[]> {
    await this.views.reached('client_visit', minPosition);
    const history = await this.reads.query<Bought>(
      `select id, kind, "visitId", "storeId", "happenedOn", currency, lines from client_visit
        where "clientId" = any($1) and "happenedOn" <= $2 order by "happenedAt", id`,
      [clientIds, on],
    );
    return purchasesOf(history);
  }
}
