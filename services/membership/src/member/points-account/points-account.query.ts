import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ScopedReads, Views } from '#libs/service';
import { notAMember } from '../member.js';
import { memberAccount } from './points-account.projection.js';

export interface PointsBalance {
  clientId: string;
  /** With what those have who were merged into her. */
  balance: number;
  /** What each of these has, as part of it; her own is the rest. Left out where nobody was. */
  merged?: { clientId: string; balance: number }[];
  /** The balance is no older than this position of the log. */
  position: number;
}

const VIEWS = ['points_account', 'linked_client'];

const MERGED = `
with recursive hers("clientId") as (
  select "mergedId" from linked_client where "survivorId" = $1
  union select "mergedId" from linked_client join hers on "survivorId" = "clientId"
)
select "clientId", balance from hers join points_account on account = 'member:' || "clientId" order by "clientId"`;

@Injectable()
export class PointsAccountQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly dataSource: DataSource,
    private readonly views: Views,
  ) {}

  /** Refuses with `not-a-member`. */
  async balance(clientId: string, minPosition?: number): Promise<PointsBalance> {
    await this.views.reached(VIEWS, minPosition);
    const { position } = this.views.find('points_account')!;
    const rows = await this.reads.query<{ balance: number }>(
      'select balance from points_account where account = $1',
      [memberAccount(clientId)],
    );
    if (rows[0] === undefined) throw notAMember(clientId);
    const merged = await this.mergedInto(clientId);
    const balance = merged.reduce((sum, one) => sum + one.balance, rows[0].balance);
    return { clientId, balance, ...(merged.length === 0 ? {} : { merged }), position };
  }

  /** Of whatever store they are: who is counted as her is hers. */
  private mergedInto(clientId: string): Promise<NonNullable<PointsBalance['merged']>> {
    return this.dataSource.query(MERGED, [clientId]);
  }
}
