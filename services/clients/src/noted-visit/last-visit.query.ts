import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface LastVisit {
  readonly storeId: string;
  /** The day at the store. */
  readonly on: string;
  readonly itemIds: readonly string[];
}

/** When she, or who is read as her, was here last, in whatever store of the chain; of what she paid this says nothing. */
@Injectable()
export class LastVisitQuery {
  constructor(private readonly dataSource: DataSource) {}

  async of(clientIds: readonly string[]): Promise<LastVisit | null> {
    const rows = await this.dataSource.query<{ storeId: string; on: string; lines: { itemId: string }[] }[]>(
      `select "storeId", "happenedOn" as on, lines from client_visit
        where "clientId" = any($1) and kind = 'visit' order by "happenedAt" desc, id desc limit 1`,
      [clientIds],
    );
    return (
      rows.map(({ storeId, on, lines }) => ({
        storeId,
        on,
        itemIds: lines.map(({ itemId }) => itemId),
      }))[0] ?? null
    );
  }
}
