import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Views } from '#libs/service';
import type { ClientVisitRow } from './client-visits/client-visits.projection.js';
import { CURRENCY } from './paid-in.js';

export type NotedOnce = Pick<
  ClientVisitRow,
  'id' | 'kind' | 'storeId' | 'happenedAt' | 'happenedOn' | 'currency' | 'amountMinor' | 'lines'
>;

@Injectable()
export class VisitHistoryQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: Views,
  ) {}

  /**
   * All of it, the oldest first: of every store, for what it comes to must not depend on who asks. Nothing of it is for
   * showing to people as it is; whether they may see her is checked before.
   */
  async of(clientIds: readonly string[], minPosition?: number): Promise<NotedOnce[]> {
    await this.views.reached('client_visit', minPosition);
    return this.dataSource.query<NotedOnce[]>(
      `select id, kind, "storeId", "happenedAt", "happenedOn", ${CURRENCY} as currency, "amountMinor", lines
         from client_visit as visit
        where "clientId" = any($1) order by "happenedAt", id`,
      [clientIds],
    );
  }
}
