import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { commandContext } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { Views } from '#libs/service';
import { AccountsQuery } from '../../account/accounts.query.js';
import type { StaffRow } from './staff-list.projection.js';

export type StaffMember = StaffRow & { name: string; login: string | null };

interface Asked {
  readonly storeId?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class StaffListQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: Views,
    private readonly accounts: AccountsQuery,
  ) {}

  /** Those of the asker's stores; of one store when it is named. */
  async list({ storeId, cursor = '', limit = 100, minPosition }: Asked): Promise<Page<StaffMember>> {
    await this.views.reached('staff_list', minPosition);
    const { stores } = commandContext();
    const rows = await this.dataSource.query<StaffRow[]>(
      `select * from staff_list
        where "staffId" > $1 and ($2::text is null or "storeIds" ? $2) and ($3::text[] is null or "storeIds" ?| $3)
        order by "staffId" limit $4`,
      [cursor, storeId ?? null, stores ?? null, limit + 1],
    );
    return this.named(page(rows, limit, ({ staffId }) => staffId));
  }

  private async named({ items, nextCursor }: Page<StaffRow>): Promise<Page<StaffMember>> {
    const accounts = await this.accounts.byIds(items.map(({ staffId }) => staffId));
    const byId = new Map(accounts.map((account) => [account.staffId, account]));
    const named = items.map((row) => {
      const { name = '', login = null } = byId.get(row.staffId) ?? {};
      return { ...row, name, login };
    });
    return { items: named, nextCursor };
  }
}
