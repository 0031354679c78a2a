import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import {
  Answers,
  committed,
  Count,
  Instant,
  ListOf,
  Optional,
  ParseId,
  Text,
  toldAt,
  Uuid,
} from '#libs/http';
import { CLOCK } from '#libs/service';
import { ReturnGoods } from './return-goods.js';

class ReturnedLineBody {
  @Text({ max: 64 })
  lineId!: string;

  /** All that is left of the line, when left out. */
  @Optional()
  @Count()
  quantity?: number;
}

class ReturnGoodsBody {
  @Optional()
  @Uuid()
  returnId?: string;

  @ListOf(() => ReturnedLineBody, { min: 1 })
  lines!: ReturnedLineBody[];

  /** Now, when left out. */
  @Optional()
  @Instant()
  returnedAt?: string;
}

@ApiTags('visits')
@Controller('v1/visits/:visitId/returns')
export class ReturnGoodsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('front-desk', 'consultant', ...MANAGERS, 'integration')
  @ApiOperation({ summary: 'Take back goods of a visit, by line' })
  @Answers(z.strictObject({ returnId: z.uuid(), ...committed }), { status: 201 })
  async take(
    @Param('visitId', ParseId) visitId: string,
    @Body() body: ReturnGoodsBody,
  ): Promise<Committed & { returnId: string }> {
    const returnId = body.returnId ?? newId('return');
    const returnedAt = toldAt(body.returnedAt, this.clock);
    const committed = await this.commands.execute<ReturnGoods, Committed>(
      new ReturnGoods({ visitId, returnId, lines: body.lines, returnedAt }),
    );
    return { returnId, ...committed };
  }
}
