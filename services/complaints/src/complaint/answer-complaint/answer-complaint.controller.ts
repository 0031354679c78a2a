import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { utc } from '#libs/calendar';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, Instant, Optional, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { AnswerComplaint } from './answer-complaint.js';

class AnswerComplaintBody {
  /** Now, when left out. */
  @Optional()
  @Instant()
  answeredAt?: string;
}

@ApiTags('complaints')
@Controller('v1/complaints/:complaintId/answer')
export class AnswerComplaintController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('front-desk', 'consultant', ...MANAGERS)
  @ApiOperation({ summary: 'Record that a complaint was answered' })
  @Answers(z.strictObject({ complaintId: z.uuid(), ...committed }), { status: 201 })
  async answer(
    @Param('complaintId', ParseId) complaintId: string,
    @Body() body: AnswerComplaintBody,
  ): Promise<Committed & { complaintId: string }> {
    const now = this.clock.now().toISOString();
    const answeredAt = utc(body.answeredAt ?? now);
    const committed = await this.commands.execute<AnswerComplaint, Committed>(
      new AnswerComplaint({ complaintId, answeredAt, now }),
    );
    return { complaintId, ...committed };
  }
}
