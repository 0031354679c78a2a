import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { RemoveSecondFactor } from './remove-second-factor.js';

class RemoveSecondFactorBody {
  /** A word of the chain's own list. */
  @Code({ max: 40, example: 'lost' })
  reason!: string;
}

@ApiTags('staff')
@Controller('v1/staff')
export class RemoveSecondFactorController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':staffId/second-factor/removal')
  @HttpCode(200)
  @Allowed('hq-admin')
  @ApiOperation({ summary: 'Take away a second factor that is lost; every session of hers ends' })
  @Answers(z.strictObject(committed))
  remove(
    @Param('staffId', ParseId) staffId: string,
    @Body() { reason }: RemoveSecondFactorBody,
  ): Promise<Committed> {
    const at = this.clock.now().toISOString();
    return this.commands.execute(new RemoveSecondFactor({ staffId, reason, at, by: principal()!.subject }));
  }
}
