import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal, STORE_STAFF } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { SettleFinding } from './settle-finding.js';

class SettlementBody {
  /** As the list of findings names it. */
  @Text({ example: 'sh-01/hygiene/2026-03-01' })
  runId!: string;

  @Code({ example: 'towels' })
  pointId!: string;

  /** What was done. */
  @Code({ example: 'towels-bought' })
  remark!: string;
}

@ApiTags('check runs')
@Controller('v1/check-runs/settlements')
export class SettleFindingController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS, ...STORE_STAFF)
  @ApiOperation({ summary: 'Say that what was found not in order is in order again, and what was done' })
  @Answers(z.strictObject(committed), { status: 201 })
  settle(@Body() { runId, pointId, remark }: SettlementBody): Promise<Committed> {
    const who = { by: principal()!.subject, settledAt: this.clock.now().toISOString() };
    return this.commands.execute(new SettleFinding({ runId, pointId, remark, ...who }));
  }
}
