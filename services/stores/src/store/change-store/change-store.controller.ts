import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import {
  Answers,
  Code,
  committed,
  Day,
  Days,
  ListOf,
  OneOf,
  Optional,
  Text,
  TimeOfDay,
  WholeNumber,
} from '#libs/http';
import { CLOCK } from '#libs/service';
import { GRADES, STORE_STATUSES, type Grade, type StoreStatus } from '../store.events.js';
import { ChangeStore } from './change-store.js';

class OpeningHoursBody {
  /** 1 is Monday, 7 Sunday. */
  @WholeNumber({ min: 1, max: 7 })
  weekday!: number;

  @TimeOfDay()
  opens!: string;

  @TimeOfDay()
  closes!: string;
}

class ChangeStoreBody {
  @Day()
  effectiveFrom!: string;

  /** A word of the chain's own list. */
  @Code({ max: 40, example: 'yearly-review' })
  reason!: string;

  @Optional()
  @Text({ max: 100 })
  name?: string;

  /** Code of a region, see `/v1/regions`. */
  @Optional()
  @Text({ max: 100 })
  region?: string;

  /** The company whose it is, see the opening of a store. */
  @Optional()
  @Text({ max: 200 })
  legalEntity?: string;

  @Optional()
  @OneOf(GRADES)
  grade?: Grade;

  @Optional()
  @OneOf(STORE_STATUSES)
  status?: StoreStatus;

  /** Of the whole week; a weekday that is not named is closed. */
  @Optional()
  @ListOf(() => OpeningHoursBody, { max: 21 })
  openingHours?: OpeningHoursBody[];

  @Optional()
  @Days({ max: 400 })
  closedOn?: string[];
}

@ApiTags('stores')
@Controller('v1/stores')
export class ChangeStoreController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':storeId/changes')
  @Allowed(...HEADQUARTERS)
  @ApiOperation({
    summary: 'Change grade, status, name, region, legal entity or hours of a store from a day on',
  })
  @Answers(z.strictObject(committed), { status: 201 })
  change(@Param('storeId') storeId: string, @Body() body: ChangeStoreBody): Promise<Committed> {
    const { effectiveFrom, reason, ...given } = body;
    const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const changedAt = this.clock.now().toISOString();
    return this.commands.execute(new ChangeStore({ storeId, effectiveFrom, reason, changes, changedAt }));
  }
}
