import { Body, Controller, Inject, Param, Put, UnauthorizedException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ACCOUNT_ROLES, Allowed, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { EventStore, inCommandContext, uuidv7, type Committed } from '#libs/event-store';
import { Answers, committed, ParseId, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { AccountsQuery } from '../../account/accounts.query.js';
import { LONGEST, PasswordsQuery } from '../../account/passwords.query.js';
import { session } from '../../session/session.js';
import { ConfirmPassword } from './confirm-password.js';
import { SetPassword } from './set-password.js';

class PasswordBody {
  @Text({ max: LONGEST })
  password!: string;
}

class OwnPasswordBody extends PasswordBody {
  @Text({ max: LONGEST })
  currentPassword!: string;
}

@ApiTags('staff')
@Controller('v1/staff')
export class SetPasswordController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly accounts: AccountsQuery,
    private readonly passwords: PasswordsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put('me/password')
  @Allowed(...ACCOUNT_ROLES)
  @ApiOperation({ summary: 'Change your own password; every session of yours ends' })
  @Answers(z.strictObject(committed))
  async setOwn(@Body() { currentPassword, password }: OwnPasswordBody): Promise<Committed> {
    const { subject } = principal()!;
    const account = await this.accounts.byId(subject);
    const passwordMatches = await this.passwords.matches(currentPassword, account?.passwordHash);
    if (!(await this.confirm(subject, passwordMatches)))
      throw new UnauthorizedException(
        'That is not your current password, or there were too many tries: wait some minutes, then try again.',
      );
    return this.set(subject, 'herself', password);
  }

  @Put(':staffId/password')
  @Allowed('hq-admin')
  @ApiOperation({ summary: 'Give somebody a new password; every session of hers ends' })
  @Answers(z.strictObject(committed))
  setFor(@Param('staffId', ParseId) staffId: string, @Body() { password }: PasswordBody): Promise<Committed> {
    return this.set(staffId, 'administrator', password);
  }

  /** Each try is a command of its own, whatever key comes with it: so each wrong one is counted. */
  private async confirm(staffId: string, passwordMatches: boolean): Promise<boolean> {
    const at = this.clock.now().toISOString();
    const { state } = await this.events.load(session, principal()?.session ?? '');
    const browser = state.status === 'unknown' ? null : state.browser;
    const confirming = new ConfirmPassword({ staffId, passwordMatches, browser, at });
    return inCommandContext({ commandId: uuidv7(), actor: staffId }, () =>
      this.commands.execute<ConfirmPassword, boolean>(confirming),
    );
  }

  private set(staffId: string, by: 'herself' | 'administrator', password: string): Promise<Committed> {
    const setAt = this.clock.now().toISOString();
    return this.commands.execute(new SetPassword({ staffId, by, setAt, password }));
  }
}
