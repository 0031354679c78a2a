import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { processorIdOf } from '#contracts/stores/processor-id';
import { Allowed } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Day, OneOf } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ProcessorPath } from '../processor-path.js';
import { WAYS_BACK, type WayBack } from '../processor.events.js';
import { NoteDataReturned } from './note-data-returned.js';

class DataReturnedBody {
  @Day()
  returnedOn!: string;

  @OneOf(WAYS_BACK)
  how!: WayBack;

  /** What shows it, such as the number of a letter. */
  @Code({ example: 'letter 12' })
  shownBy!: string;
}

@ApiTags('processors')
@Controller('v1/processors/:processorId/data-returned')
export class NoteDataReturnedController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({
    summary: 'Say that a processor whose work is over gave the data back or destroyed it, and what shows it',
  })
  @Answers(z.strictObject(committed), { status: 201 })
  note(
    @Param() { processorId }: ProcessorPath,
    @Body() { returnedOn, how, shownBy }: DataReturnedBody,
  ): Promise<Committed> {
    const recordedAt = this.clock.now().toISOString();
    return this.commands.execute(
      new NoteDataReturned({
        ...{ returnedOn, how, shownBy },
        processorId: processorIdOf(processorId),
        recordedAt,
      }),
    );
  }
}
