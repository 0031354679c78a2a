import { Injectable } from '@nestjs/common';
import { ScopedReads, Views } from '#libs/service';
import { notAMember } from '../member.js';
import { memberAccount } from './points-account.projection.js';

export interface PointsBalance {
  clientId: string;
  balance: number;
  /** The balance is no older than this position of the log. */
  position: number;
}

@Injectable()
export class PointsAccountQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** Refuses with `not-a-member`. */
  async balance(clientId: string, minPosition?: number): Promise<PointsBalance> {
    await this.views.reached('points_account', minPosition);
    const { position } = this.views.find('points_account')!;
    const rows = await this.reads.query<{ balance: number }>(
      'select balance from points_account where account = $1',
      [memberAccount(clientId)],
    );
    if (rows[0] === undefined) throw notAMember(clientId);
    return { clientId, balance: rows[0].balance, position };
  }
}
