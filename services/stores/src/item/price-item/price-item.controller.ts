import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Currency, Day, Minor, Optional } from '#libs/http';
import { CLOCK } from '#libs/service';
import { PriceItem } from './price-item.js';

class PriceItemBody {
  /** Every store with this currency, when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  @Day()
  effectiveFrom!: string;

  /** Left out, the store goes by the chain’s price from that day on. */
  @Optional()
  @Minor()
  priceMinor?: number;

  @Currency()
  currency!: string;
}

@ApiTags('items')
@Controller('v1/items')
export class PriceItemController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':itemId/prices')
  @Allowed(...HEADQUARTERS, 'integration')
  @ApiOperation({ summary: 'Say what an item costs from a day on, in the chain or in one store' })
  @Answers(z.strictObject(committed), { status: 201 })
  price(@Param('itemId') itemId: string, @Body() body: PriceItemBody): Promise<Committed> {
    const { storeId = null, effectiveFrom, priceMinor, currency } = body;
    const price = priceMinor === undefined ? null : { priceMinor, currency };
    const pricedAt = this.clock.now().toISOString();
    const pricing = { itemId, storeId, effectiveFrom, price, pricedAt, currencyThere: null };
    return this.commands.execute(new PriceItem(pricing));
  }
}
