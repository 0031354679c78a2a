import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { EndEmployment } from './end-employment.js';

class EndEmploymentBody {
  /** A word of the chain's own list. */
  @Code({ max: 40, example: 'resigned' })
  reason!: string;
}

@ApiTags('staff')
@Controller('v1/staff')
export class EndEmploymentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':staffId/end-of-employment')
  @HttpCode(200)
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Somebody leaves; she is signed out at once and cannot sign in any more' })
  @Answers(z.strictObject(committed))
  end(@Param('staffId', ParseId) staffId: string, @Body() { reason }: EndEmploymentBody): Promise<Committed> {
    const endedAt = this.clock.now().toISOString();
    return this.commands.execute(new EndEmployment({ staffId, reason, endedAt, by: principal()! }));
  }
}
