import { Body, Controller, Inject, Param, Put, UnauthorizedException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, ANYBODY, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, committed, ParseId, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { AccountsQuery } from '../../account/accounts.query.js';
import { LONGEST, PasswordsQuery } from '../../account/passwords.query.js';
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
    private readonly accounts: AccountsQuery,
    private readonly passwords: PasswordsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put('me/password')
  @Allowed(...ANYBODY.filter((role) => role !== 'service'))
  @ApiOperation({ summary: 'Change your own password; every session of yours ends' })
  @Answers(z.strictObject(committed))
  async setOwn(@Body() { currentPassword, password }: OwnPasswordBody): Promise<Committed> {
    const { subject } = principal()!;
    const account = await this.accounts.byId(subject);
    if (!(await this.passwords.matches(currentPassword, account?.passwordHash)))
      throw new UnauthorizedException('That is not your current password.');
    return this.set(subject, 'herself', password);
  }

  @Put(':staffId/password')
  @Allowed('hq-admin')
  @ApiOperation({ summary: 'Give somebody a new password; every session of hers ends' })
  @Answers(z.strictObject(committed))
  setFor(@Param('staffId', ParseId) staffId: string, @Body() { password }: PasswordBody): Promise<Committed> {
    return this.set(staffId, 'administrator', password);
  }

  private set(staffId: string, by: 'herself' | 'administrator', password: string): Promise<Committed> {
    const setAt = this.clock.now().toISOString();
    return this.commands.execute(new SetPassword({ staffId, by, setAt, password }));
  }
}
