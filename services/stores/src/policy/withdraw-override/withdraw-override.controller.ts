import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Day } from '#libs/http';
import { CLOCK } from '#libs/service';
import { policyNamed } from '../policy.js';
import { WithdrawOverride } from './withdraw-override.js';

class WithdrawOverrideBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  @Day()
  effectiveFrom!: string;
}

@ApiTags('policies')
@Controller('v1/policies')
export class WithdrawOverrideController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':name/withdrawal')
  @HttpCode(200)
  @Allowed(...HEADQUARTERS)
  @ApiOperation({ summary: 'End the override of a store: from a day on the chain’s rule holds there again' })
  @Answers(z.strictObject(committed))
  withdraw(
    @Param('name') given: string,
    @Body() { storeId, effectiveFrom }: WithdrawOverrideBody,
  ): Promise<Committed> {
    const name = policyNamed(given);
    const withdrawnAt = this.clock.now().toISOString();
    return this.commands.execute(new WithdrawOverride({ name, storeId, effectiveFrom, withdrawnAt }));
  }
}
