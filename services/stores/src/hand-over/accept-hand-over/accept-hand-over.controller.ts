import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, principal, STORE_STAFF } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, committed, ListOf, Minor, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { GoodsBody } from '../goods-body.js';
import { AcceptHandOver } from './accept-hand-over.js';

class AcceptanceBody {
  @Minor()
  countedMinor!: number;

  @ListOf(() => GoodsBody, { max: 500 })
  missing!: GoodsBody[];
}

@ApiTags('hand-overs')
@Controller('v1/hand-overs/:handOverId/acceptance')
export class AcceptHandOverController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF)
  @ApiOperation({ summary: 'Take what was handed over to you, with what you counted' })
  @Answers(z.strictObject(committed), { status: 201 })
  accept(
    @Param('handOverId', ParseId) handOverId: string,
    @Body() { countedMinor, missing }: AcceptanceBody,
  ): Promise<Committed> {
    const goods = missing.map(({ productId, quantity }) => ({ productId, quantity }));
    const who = { by: principal()!.subject, acceptedAt: this.clock.now().toISOString() };
    return this.commands.execute(new AcceptHandOver({ handOverId, countedMinor, missing: goods, ...who }));
  }
}
