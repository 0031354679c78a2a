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
import { SettleProcessorFinding } from './settle-finding.js';

class SettledFindingBody {
  /** Of the inspection. */
  @Day()
  inspectedOn!: string;

  @Code({ example: 'no-access-log' })
  finding!: string;

  @Day()
  settledOn!: string;

  /** What shows it, such as the number of a letter. */
  @Code({ example: 'letter 12' })
  shownBy!: string;
}

@ApiTags('processors')
@Controller('v1/processors/:processorId/settled-findings')
export class SettleProcessorFindingController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({ summary: 'Say that what was found at a processor is in order, and what shows it' })
  @Answers(z.strictObject(committed), { status: 201 })
  settle(
    @Param() { processorId }: ProcessorPath,
    @Body() { inspectedOn, finding, settledOn, shownBy }: SettledFindingBody,
  ): Promise<Committed> {
    const recordedAt = this.clock.now().toISOString();
    return this.commands.execute(
      new SettleProcessorFinding({
        processorId: processorIdOf(processorId),
        ...{ inspectedOn, finding, settledOn, shownBy },
        recordedAt,
      }),
    );
  }
}
