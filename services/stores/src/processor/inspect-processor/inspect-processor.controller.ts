import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { processorIdOf } from '#contracts/stores/processor-id';
import { Allowed, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Codes, committed, Day } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ProcessorPath } from '../processor-path.js';
import { InspectProcessor } from './inspect-processor.js';

class InspectionBody {
  @Day()
  inspectedOn!: string;

  /** Words of the chain's own, such as `no-access-log`; an empty list where all was in order. */
  @Codes({ max: 50 })
  findings!: string[];
}

@ApiTags('processors')
@Controller('v1/processors/:processorId/inspections')
export class InspectProcessorController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({ summary: 'Record that a processor was inspected on a day, and what was not in order' })
  @Answers(z.strictObject(committed), { status: 201 })
  inspect(
    @Param() { processorId }: ProcessorPath,
    @Body() { inspectedOn, findings }: InspectionBody,
  ): Promise<Committed> {
    const who = { by: principal()!.subject, recordedAt: this.clock.now().toISOString() };
    return this.commands.execute(
      new InspectProcessor({ processorId: processorIdOf(processorId), inspectedOn, findings, ...who }),
    );
  }
}
