import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { processorIdOf } from '#contracts/stores/processor-id';
import { Allowed } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Day } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ProcessorPath } from '../processor-path.js';
import { EndProcessor } from './end-processor.js';

class EndProcessorBody {
  /** The last day on which it works for the salon. */
  @Day()
  endedOn!: string;

  /** A word of the chain's own list. */
  @Code({ max: 40, example: 'given-notice' })
  reason!: string;
}

@ApiTags('processors')
@Controller('v1/processors/:processorId/end')
export class EndProcessorController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({
    summary: 'End the work of a processor before its time; what was agreed for later days is void',
  })
  @Answers(z.strictObject(committed), { status: 201 })
  end(
    @Param() { processorId }: ProcessorPath,
    @Body() { endedOn, reason }: EndProcessorBody,
  ): Promise<Committed> {
    const decidedAt = this.clock.now().toISOString();
    return this.commands.execute(
      new EndProcessor({ processorId: processorIdOf(processorId), endedOn, reason, decidedAt }),
    );
  }
}
