import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, Day, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ConfirmDay } from './confirm-day.js';

class ConfirmDayBody {
  /** Which day it is, by another clock than this one's. */
  @Day()
  day!: string;

  /** Why nights stood still, or that they begin. */
  @Text({ max: 500 })
  reason!: string;
}

@ApiTags('privacy')
@Controller('v1/retention/confirmed-days')
export class ConfirmDayController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Before the first night, and when nights stood still for longer than a week. */
  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({ summary: 'Say which day it is, so that nights go on restricting and erasing what is due' })
  @Answers(z.strictObject(committed), { status: 201 })
  confirm(@Body() { day, reason }: ConfirmDayBody): Promise<Committed> {
    const confirmedAt = this.clock.now().toISOString();
    return this.commands.execute(new ConfirmDay({ day, reason, confirmedAt }));
  }
}
