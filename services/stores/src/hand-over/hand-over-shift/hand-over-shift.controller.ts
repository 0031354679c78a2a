import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, principal, STORE_STAFF } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { newId, type Committed } from '#libs/event-store';
import { Answers, Code, Codes, committed, ListOf, Minor, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { GoodsBody } from '../goods-body.js';
import { HandOverShift } from './hand-over-shift.js';

class HandOverBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  @Uuid()
  toStaffId!: string;

  @ListOf(() => GoodsBody, { max: 500 })
  goods!: GoodsBody[];

  @Minor()
  cashMinor!: number;

  /** What is left to do, in codes. */
  @Codes()
  open!: string[];
}

@ApiTags('hand-overs')
@Controller('v1/hand-overs')
export class HandOverShiftController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF)
  @ApiOperation({ summary: 'Hand over goods, cash and what is open to whoever takes your post' })
  @Answers(z.strictObject({ handOverId: z.uuid(), ...committed }), { status: 201 })
  async handOver(@Body() body: HandOverBody): Promise<Committed & { handOverId: string }> {
    const handOverId = newId('hand-over');
    const who = { fromStaffId: principal()!.subject, handedOverAt: this.clock.now().toISOString() };
    const committed = await this.commands.execute<HandOverShift, Committed>(
      new HandOverShift({ ...goodsOf(body), handOverId, ...who }),
    );
    return { handOverId, ...committed };
  }
}

const goodsOf = ({ storeId, toStaffId, goods, cashMinor, open }: HandOverBody) => ({
  ...{ storeId, toStaffId, cashMinor, open },
  goods: goods.map(({ productId, quantity }) => ({ productId, quantity })),
});
