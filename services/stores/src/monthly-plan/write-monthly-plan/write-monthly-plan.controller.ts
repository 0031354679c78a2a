import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, ListOf, Minor, Month, OneOf } from '#libs/http';
import { CLOCK } from '#libs/service';
import { UNITS, type Target } from '../monthly-plan.events.js';
import { WriteMonthlyPlan } from './write-monthly-plan.js';

class TargetBody implements Target {
  @Code({ example: 'service-sales' })
  metric!: string;

  @OneOf(UNITS)
  unit!: (typeof UNITS)[number];

  @Minor()
  value!: number;
}

class MonthlyPlanBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  @Month()
  month!: string;

  @ListOf(() => TargetBody, { min: 1, max: 100 })
  targets!: TargetBody[];
}

@ApiTags('monthly plans')
@Controller('v1/monthly-plans')
export class WriteMonthlyPlanController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Write a store’s plan of a month; due on the 25th of the month before' })
  @Answers(z.strictObject(committed), { status: 201 })
  write(@Body() { storeId, month, targets }: MonthlyPlanBody): Promise<Committed> {
    const writtenAt = this.clock.now().toISOString();
    const inOrder = targets.map(({ metric, unit, value }) => ({ metric, unit, value }));
    return this.commands.execute(new WriteMonthlyPlan({ storeId, month, targets: inOrder, writtenAt }));
  }
}
