import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { REFUSAL_REASONS, type RefusalReason } from '../client-request.events.js';
import { RefuseRequest } from './refuse-request.js';

class RefuseRequestBody {
  /** Told to her, or to whoever asked for her. */
  @OneOf(REFUSAL_REASONS)
  reason!: RefusalReason;
}

@ApiTags('privacy')
@Controller('v1/client-requests/:requestId/refusal')
export class RefuseRequestController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({ summary: 'Record that a request of a client was refused, and why' })
  @Answers(z.strictObject(committed), { status: 201 })
  refuse(
    @Param('requestId', ParseId) requestId: string,
    @Body() { reason }: RefuseRequestBody,
  ): Promise<Committed> {
    const refusedAt = this.clock.now().toISOString();
    return this.commands.execute(new RefuseRequest({ requestId, reason, refusedAt }));
  }
}
