import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, STORE_STAFF } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Day } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ProductPath } from '../product-path.js';
import { productIdOf } from '../product.js';
import { ReceiveBatch } from './receive-batch.js';

class BatchBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  /** As it is printed on the package. */
  @Code({ example: 'L2603A' })
  batch!: string;

  /** The last day on which it may be used. */
  @Day()
  expiresOn!: string;
}

@ApiTags('products')
@Controller('v1/products/:productId/batches')
export class ReceiveBatchController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, 'integration')
  @ApiOperation({ summary: 'Take a batch of a product into a store' })
  @Answers(z.strictObject(committed), { status: 201 })
  receive(@Param() { productId }: ProductPath, @Body() body: BatchBody): Promise<Committed> {
    const { storeId, batch, expiresOn } = body;
    const receivedAt = this.clock.now().toISOString();
    return this.commands.execute(
      new ReceiveBatch({ productId: productIdOf(productId), storeId, batch, expiresOn, receivedAt }),
    );
  }
}
