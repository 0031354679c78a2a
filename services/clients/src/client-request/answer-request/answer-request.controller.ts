import { Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { AnswerRequest } from './answer-request.js';

@ApiTags('privacy')
@Controller('v1/client-requests/:requestId/answer')
export class AnswerRequestController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Does nothing by itself: the copy, the erasure or what else she asked for is a call of its own. */
  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({ summary: 'Record that what a client asked for was done' })
  @Answers(z.strictObject(committed), { status: 201 })
  answer(@Param('requestId', ParseId) requestId: string): Promise<Committed> {
    const answeredAt = this.clock.now().toISOString();
    return this.commands.execute(new AnswerRequest({ requestId, answeredAt }));
  }
}
