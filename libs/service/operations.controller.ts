import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ViewStatus } from '#libs/event-store';
import { Allowed, HEADQUARTERS } from '#libs/access';
import { Rejection } from '#libs/event-sourcing';
import type { Consumer, ParkedMessage } from '#libs/messaging';
import { Answers } from '#libs/http';
import type { Logger } from 'pino';
import { parkedMessage, taken, viewStatus } from './operations.answers.js';
import { Running } from './running.js';
import type { Database } from './database.js';
import { DATABASE, LOGGER } from './tokens.js';
import { Views } from './views.js';

@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly running: Running,
    private readonly views: Views,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Get('views')
  @Allowed(...HEADQUARTERS, 'auditor')
  @ApiOperation({ summary: 'Views, how far each has come, and rebuilds under way' })
  @Answers(z.array(viewStatus))
  status(): ViewStatus[] {
    return this.views.status();
  }

  @Post('views/:name/rebuild')
  @HttpCode(202)
  @Allowed(...HEADQUARTERS)
  @ApiOperation({ summary: 'Build a view anew beside the live one, then switch' })
  @Answers(viewStatus, { status: 202 })
  rebuild(@Param('name') name: string): ViewStatus {
    const view = this.views.find(name);
    if (view === undefined)
      throw new Rejection('unknown-view', 'There is no such view.', { name }, 'not-found');
    if (this.database.owner === undefined)
      throw new Rejection('owner-needed', 'This service may not make tables: use npm run tables.', { name });
    view.rebuild().catch((error: unknown) => this.logger.error({ err: error }, `rebuilding ${name}`));
    return view.status();
  }

  @Get('parked-messages')
  @Allowed(...HEADQUARTERS, 'auditor')
  @ApiOperation({ summary: 'Messages that could not be taken, and those waiting behind them' })
  @Answers(z.array(parkedMessage))
  async parked(): Promise<ParkedMessage[]> {
    return (await this.running.consumer?.parking.list()) ?? [];
  }

  @Post('parked-messages/:place/retry')
  @HttpCode(200)
  @Allowed(...HEADQUARTERS)
  @ApiOperation({ summary: 'Try a parked message and those behind it again' })
  @Answers(taken)
  async retry(@Param('place') place: string): Promise<{ taken: boolean }> {
    const { consumer, message } = await this.parkedAt(place);
    return { taken: await consumer.retry(message.place) };
  }

  @Post('parked-messages/:place/discard')
  @HttpCode(200)
  @Allowed(...HEADQUARTERS)
  @ApiOperation({ summary: 'Let go of a parked message, then take those behind it' })
  @Answers(taken)
  async discard(@Param('place') place: string): Promise<{ taken: boolean }> {
    const { consumer, message } = await this.parkedAt(place);
    return { taken: await consumer.discard(message.place) };
  }

  private async parkedAt(place: string): Promise<{ consumer: Consumer; message: ParkedMessage }> {
    const { consumer } = this.running;
    const message = /^\d{1,15}$/.test(place) ? await consumer?.parking.find(Number(place)) : undefined;
    if (consumer !== undefined && message !== undefined) return { consumer, message };
    throw new Rejection('unknown-message', 'No message is parked there.', { place }, 'not-found');
  }
}
