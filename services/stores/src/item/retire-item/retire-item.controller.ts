import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, committed, Day } from '#libs/http';
import { CLOCK } from '#libs/service';
import { RetireItem } from './retire-item.js';

class RetireItemBody {
  @Day()
  effectiveFrom!: string;
}

@ApiTags('items')
@Controller('v1/items')
export class RetireItemController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':itemId/retirement')
  @HttpCode(200)
  @Allowed(...HEADQUARTERS)
  @ApiOperation({ summary: 'Take an item off the menu from a day on' })
  @Answers(z.strictObject(committed))
  retire(@Param('itemId') itemId: string, @Body() { effectiveFrom }: RetireItemBody): Promise<Committed> {
    const retiredAt = this.clock.now().toISOString();
    return this.commands.execute(new RetireItem({ itemId, effectiveFrom, retiredAt }));
  }
}
