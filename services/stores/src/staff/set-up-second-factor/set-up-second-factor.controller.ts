import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ACCOUNT_ROLES, Allowed, principal } from '#libs/access';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { EventStore, type Committed } from '#libs/event-store';
import { Answers, committed, ParseId, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { AccountsQuery } from '../../account/accounts.query.js';
import { SecondFactorsQuery, type OfferedFactor } from '../../account/second-factors.query.js';
import { FreshSessionQuery } from '../../session/fresh-session.query.js';
import { employed, staff } from '../staff.js';
import { SetUpSecondFactor } from './set-up-second-factor.js';

class CodeBody {
  @Text({ max: 10, example: '123456' })
  code!: string;
}

@ApiTags('staff')
@Controller('v1/staff/me/second-factor')
export class SetUpSecondFactorController {
  constructor(
    private readonly events: EventStore,
    private readonly commands: CommandBus,
    private readonly accounts: AccountsQuery,
    private readonly factors: SecondFactorsQuery,
    private readonly fresh: FreshSessionQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...ACCOUNT_ROLES, 'without-second-factor')
  @ApiOperation({
    summary: 'A secret for your authenticator app, and recovery codes: shown this once, good when confirmed',
  })
  @Answers(
    z.strictObject({
      factorId: z.uuid(),
      otpauthUri: z.string(),
      recoveryCodes: z.array(z.string()).readonly(),
    }),
    { status: 201 },
  )
  async offer(): Promise<OfferedFactor> {
    await this.fresh.check();
    const { subject } = principal()!;
    const account = employed(subject, (await this.events.load(staff, subject)).state);
    const login = (await this.accounts.byId(subject))?.login ?? '';
    const inForce = account.secondFactor?.factorId ?? null;
    return this.factors.offer(subject, login, inForce, this.clock.now());
  }

  @Post(':factorId/confirmation')
  @HttpCode(200)
  @Allowed(...ACCOUNT_ROLES, 'without-second-factor')
  @ApiOperation({
    summary:
      'From now on codes of this app are asked for; every session of yours ends, the next code begins one',
  })
  @Answers(z.strictObject(committed))
  async confirm(
    @Param('factorId', ParseId) factorId: string,
    @Body() { code }: CodeBody,
  ): Promise<Committed> {
    await this.fresh.check();
    const { subject: staffId } = principal()!;
    const now = this.clock.now();
    const recoveryHashes = await this.factors.offered(staffId, factorId, now);
    if (recoveryHashes === undefined)
      throw new Rejection(
        'unknown-second-factor',
        'No such second factor was begun within the last hour: begin anew.',
        {},
        'not-found',
      );
    const step = await this.factors.stepOf(staffId, factorId, code.trim(), now);
    const at = now.toISOString();
    return this.commands.execute(new SetUpSecondFactor({ staffId, factorId, step, recoveryHashes, at }));
  }
}
