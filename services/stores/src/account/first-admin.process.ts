import { randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, Turns } from '#libs/service';
import { HireStaff } from '../staff/hire-staff/hire-staff.js';
import { SetPassword } from '../staff/set-password/set-password.js';
import { staff, type Employed } from '../staff/staff.js';
import { adminPassword } from '../stores.config.js';

const FIRST = 'd5f0a9a8-0d0c-5c53-8e0e-0a1d2f3b4c5d';
const LOGIN = 'admin';

/** Days for which a password is good that was made up: nobody chose it, and it stands where it was printed. */
const MADE_UP_DAYS = 7;

/**
 * At the very first start somebody must be able to come in. An easy password is refused, and so the start; one that was made
 * up is printed once, kept nowhere, and good for some days. Until somebody has changed it, a start with another takes its place.
 */
@Injectable()
export class FirstAdminProcess implements OnApplicationBootstrap {
  constructor(
    private readonly events: EventStore,
    private readonly commands: CommandBus,
    private readonly turns: Turns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.turns.take('first admin', () => this.hireUnlessThere());
  }

  /** Of two processes that start at once, one hires; the other would print a password that is not the one. */
  private async hireUnlessThere(): Promise<void> {
    const staffId = derivedId(FIRST, LOGIN);
    const { state } = await this.events.load(staff, staffId);
    const given = adminPassword();
    if (state.status !== 'unknown')
      return given === undefined ? undefined : this.replaceMadeUp(staffId, state, given);
    const password = given ?? randomBytes(18).toString('base64url');
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + MADE_UP_DAYS * 86_400_000).toISOString();
    const hire = new HireStaff({
      ...{ staffId, post: 'headquarters' as const, role: 'hq-admin' as const, storeIds: [] },
      ...(given === undefined ? { passwordEndsAt: endsAt } : {}),
      hiredAt: now.toISOString(),
      trainings: [],
      account: { name: 'Administrator', login: LOGIN, password },
      by: { role: 'service', stores: 'every' },
    });
    await inCommandContext({ commandId: derivedId(FIRST, 'hire'), actor: 'first start' }, () =>
      this.commands.execute(hire),
    );
    if (given === undefined)
      console.log(
        `Sign in as ${LOGIN} with ${password} (shown this once; change it: it is good for ${MADE_UP_DAYS} days)`,
      );
  }

  /** The way back for who has lost it, or let its days go by. One that somebody has chosen stays, whatever a start says. */
  private async replaceMadeUp(staffId: string, state: Employed, password: string): Promise<void> {
    if (state.status !== 'employed' || state.passwordEndsAt === null) return;
    const setAt = this.clock.now().toISOString();
    await inCommandContext({ commandId: uuidv7(), actor: 'start' }, () =>
      this.commands.execute(new SetPassword({ staffId, by: 'administrator', setAt, password })),
    );
    console.log(`The password of ${LOGIN} is now the one of LIREN_ADMIN_PASSWORD.`);
  }
}
