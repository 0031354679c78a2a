import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { alone, derivedId, inCommandContext } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, DATABASE, SETTINGS, type Database, type Settings } from '#libs/service';
import { HireStaff } from '../staff/hire-staff/hire-staff.js';
import { adminPassword } from '../stores.config.js';
import { AccountsQuery } from './accounts.query.js';
import { PasswordsQuery } from './passwords.query.js';

const FIRST = 'd5f0a9a8-0d0c-5c53-8e0e-0a1d2f3b4c5d';
const LOGIN = 'admin';

/** At the very first start somebody must be able to come in. An easy password is refused, and so the start; one that was made up is shown on a terminal, once; where there is none, output is somebody's log, and it is in a file. */
@Injectable()
export class FirstAdminProcess implements OnApplicationBootstrap {
  constructor(
    private readonly commands: CommandBus,
    private readonly accounts: AccountsQuery,
    private readonly passwords: PasswordsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await alone(this.database.pool, 'first admin', () => this.hireUnlessThere());
  }

  /** Of two processes that start at once, one hires; the other would print a password that is not the one. */
  private async hireUnlessThere(): Promise<void> {
    if ((await this.accounts.byLogin(LOGIN)) !== undefined) return;
    const given = adminPassword();
    if (given !== undefined) this.passwords.check(given, [LOGIN]);
    const password = given ?? randomBytes(18).toString('base64url');
    const file = given === undefined && !process.stdout.isTTY ? this.keep(password) : undefined;
    const staffId = derivedId(FIRST, LOGIN);
    const hire = new HireStaff({
      ...{ staffId, post: 'headquarters' as const, role: 'hq-admin' as const, storeIds: [] },
      hiredAt: this.clock.now().toISOString(),
      account: { name: 'Administrator', login: LOGIN, password },
      by: { role: 'service', stores: 'every' },
    });
    await inCommandContext({ commandId: derivedId(FIRST, 'hire'), actor: 'first start' }, () =>
      this.commands.execute(hire),
    );
    if (given !== undefined) return;
    const where =
      file === undefined ? `${password} (shown this once; change it)` : `what is in ${file}; change it`;
    console.log(`Sign in as ${LOGIN} with ${where}`);
  }

  /** Before she is hired: a password that nobody could read would keep everybody out. */
  private keep(password: string): string {
    const { dataFolder } = this.settings;
    const file = join(dataFolder, 'first-password');
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
    return file;
  }
}
