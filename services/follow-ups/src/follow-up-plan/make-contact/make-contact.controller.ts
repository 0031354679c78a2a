import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, Optional, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { OUTCOMES, type Outcome } from '../follow-up-plan.events.js';
import { MakeContact } from './make-contact.js';

class MakeContactBody {
  /** `reached`, when left out. What was said is personal and is not taken here. */
  @Optional()
  @OneOf(OUTCOMES)
  outcome?: Outcome;
}

@ApiTags('follow-ups')
@Controller('v1/follow-ups/:taskId/contact')
export class MakeContactController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS)
  @ApiOperation({ summary: 'Record that the client was called for a task, and what became of it' })
  @Answers(z.strictObject({ taskId: z.uuid(), ...committed }), { status: 201 })
  async make(
    @Param('taskId', ParseId) taskId: string,
    @Body() { outcome = 'reached' }: MakeContactBody,
  ): Promise<Committed & { taskId: string }> {
    const contactedAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<MakeContact, Committed>(
      new MakeContact({ taskId, outcome, contactedAt }),
    );
    return { taskId, ...committed };
  }
}
