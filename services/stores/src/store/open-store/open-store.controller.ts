import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Currency, OneOf, Optional, Text, TimeZone } from '#libs/http';
import { CLOCK } from '#libs/service';
import { GRADES, type Grade } from '../store.events.js';
import { OpenStore } from './open-store.js';

class OpenStoreBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  @Text({ max: 100, example: 'Jing’an Temple' })
  name!: string;

  @Optional()
  @Text({ max: 100, example: 'Shanghai' })
  region?: string;

  @TimeZone()
  timeZone!: string;

  @Currency()
  currency!: string;

  /**
   * The company whose it is. Stores that name the same, or none, find each other’s clients; those of others only with their
   * consent to `sharing-with-franchise`.
   */
  @Optional()
  @Text({ max: 200 })
  legalEntity?: string;

  @Optional()
  @OneOf(GRADES)
  grade?: Grade;
}

@ApiTags('stores')
@Controller('v1/stores')
export class OpenStoreController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', 'service')
  @ApiOperation({ summary: 'Open a store' })
  @Answers(z.strictObject({ storeId: z.string(), ...committed }), { status: 201 })
  async open(@Body() body: OpenStoreBody): Promise<Committed & { storeId: string }> {
    const { region = '', legalEntity = '', grade = 'C', ...store } = body;
    const occurredAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<OpenStore, Committed>(
      new OpenStore({ ...store, region, legalEntity, grade, occurredAt }),
    );
    return { storeId: body.storeId, ...committed };
  }
}
