import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, STORE_STAFF } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, ListOf } from '#libs/http';
import { CLOCK } from '#libs/service';
import { PointResultBody, resultsOf } from '../point-result-body.js';
import { RunCheckList } from './run-check-list.js';

class CheckRunBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  @Code({ example: 'hygiene' })
  code!: string;

  @ListOf(() => PointResultBody, { min: 1, max: 200 })
  results!: PointResultBody[];
}

@ApiTags('check runs')
@Controller('v1/check-runs')
export class RunCheckListController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF)
  @ApiOperation({ summary: 'Run a check list in a store today, point by point' })
  @Answers(z.strictObject(committed), { status: 201 })
  run(@Body() { storeId, code, results }: CheckRunBody): Promise<Committed> {
    const runAt = this.clock.now().toISOString();
    return this.commands.execute(new RunCheckList({ storeId, code, results: resultsOf(results), runAt }));
  }
}
