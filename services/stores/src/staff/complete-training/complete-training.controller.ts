import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Day, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { CompleteTraining } from './complete-training.js';

class CompleteTrainingBody {
  /** As the policy `post-training` names it. */
  @Code({ example: 'front-desk-standards' })
  training!: string;

  @Day()
  completedOn!: string;
}

@ApiTags('staff')
@Controller('v1/staff')
export class CompleteTrainingController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':staffId/trainings')
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Record that somebody has completed a training' })
  @Answers(z.strictObject(committed), { status: 201 })
  complete(
    @Param('staffId', ParseId) staffId: string,
    @Body() { training, completedOn }: CompleteTrainingBody,
  ): Promise<Committed> {
    const toldAt = this.clock.now().toISOString();
    return this.commands.execute(
      new CompleteTraining({ staffId, training, completedOn, toldAt, by: principal()! }),
    );
  }
}
