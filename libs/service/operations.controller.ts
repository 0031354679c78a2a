import { Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ViewStatus } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import type { ParkedMessage } from '#libs/messaging';
import { Running } from './running.js';
import { Views } from './views.js';

@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly running: Running,
    private readonly views: Views,
  ) {}

  @Get('views')
  @ApiOperation({ summary: 'Views, how far each has come, and rebuilds under way' })
  status(): ViewStatus[] {
    return this.views.status();
  }

  @Post('views/:name/rebuild')
  @HttpCode(202)
  @ApiOperation({ summary: 'Build a view anew beside the live one, then switch' })
  rebuild(@Param('name') name: string): ViewStatus {
    const view = this.views.find(name);
    if (view === undefined)
      throw new Rejection('unknown-view', 'There is no such view.', { name }, 'not-found');
    void view.rebuild();
    return view.status();
  }

  @Get('parked-messages')
  @ApiOperation({ summary: 'Messages that could not be taken, and those waiting behind them' })
  async parked(): Promise<ParkedMessage[]> {
    return (await this.running.consumer?.parking.list()) ?? [];
  }

  @Post('parked-messages/:place/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try a parked message and those behind it again' })
  async retry(@Param('place', ParseIntPipe) place: number): Promise<{ taken: boolean }> {
    return { taken: (await this.running.consumer?.retry(place)) ?? false };
  }

  @Post('parked-messages/:place/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let go of a parked message, then take those behind it' })
  async discard(@Param('place', ParseIntPipe) place: number): Promise<{ taken: boolean }> {
    return { taken: (await this.running.consumer?.discard(place)) ?? false };
  }
}
