import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, STORE_STAFF } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ProductPath } from '../product-path.js';
import { productIdOf } from '../product.js';
import { FinishBatch } from './finish-batch.js';

class FinishedBatchBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  @Code({ example: 'L2603A' })
  batch!: string;

  /** A word of the chain's own list. */
  @Code({ max: 40, example: 'used-up' })
  reason!: string;
}

@ApiTags('products')
@Controller('v1/products/:productId/finished-batches')
export class FinishBatchController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, 'integration')
  @ApiOperation({ summary: 'Say that a batch is in a store no more: used up, thrown away, sent back' })
  @Answers(z.strictObject(committed), { status: 201 })
  finish(@Param() { productId }: ProductPath, @Body() body: FinishedBatchBody): Promise<Committed> {
    const { storeId, batch, reason } = body;
    const finishedAt = this.clock.now().toISOString();
    return this.commands.execute(
      new FinishBatch({ productId: productIdOf(productId), storeId, batch, reason, finishedAt }),
    );
  }
}
