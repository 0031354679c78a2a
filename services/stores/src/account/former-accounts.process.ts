import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore, streamOf, uuidv7 } from '#libs/event-store';
import { release } from '#libs/event-sourcing';
import { Running } from '#libs/service';
import { staff } from '../staff/staff.js';
import { AccountsQuery } from './accounts.query.js';
import { SecondFactorsQuery } from './second-factors.query.js';

const IDLE_MS = 5_000;
const AT_ONCE = 100;

/**
 * What only signing in needed is forgotten within seconds once its holder has left, which closed the account already; so is
 * what was kept of those who left before an end gave anything free, and what they held still.
 */
@Injectable()
export class FormerAccountsProcess implements OnApplicationBootstrap {
  constructor(
    private readonly events: EventStore,
    private readonly dataSource: DataSource,
    private readonly accounts: AccountsQuery,
    private readonly factors: SecondFactorsQuery,
    private readonly running: Running,
  ) {}

  onApplicationBootstrap(): void {
    this.running.begin('closing accounts of who has left', () => this.closeSome(), IDLE_MS);
  }

  private async closeSome(): Promise<boolean> {
    const former = await this.dataSource.query<{ staffId: string }[]>(
      `select "staffId" from staff_list join account on staff_id::text = "staffId"
        where status = 'left' and login is not null limit $1`,
      [AT_ONCE],
    );
    for (const { staffId } of former) {
      await this.releaseClaims(streamOf(staff, staffId));
      await this.factors.forgetAllOf(staffId);
      await this.accounts.close(staffId); // last: this marks it as done
    }
    return former.length === AT_ONCE;
  }

  /** Without a fact: that she has left is one already. */
  private async releaseClaims(stream: string): Promise<void> {
    const held = await this.dataSource.query<{ key: string }[]>('select key from claim where stream = $1', [
      stream,
    ]);
    if (held.length === 0) return;
    const claims = held.map(({ key }) => release(key));
    await this.events.append({
      context: { commandId: uuidv7() },
      streams: [{ stream, expected: 'exists', events: [], claims }],
    });
  }
}
