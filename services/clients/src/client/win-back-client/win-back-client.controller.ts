import { Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { WinBackClient } from './win-back-client.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/win-back')
export class WinBackClientController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS)
  @ApiOperation({ summary: 'Say that somebody who left is with us again; changes nothing for who is' })
  @Answers(z.strictObject(committed), { status: 201 })
  winBack(@Param('clientId', ParseId) clientId: string): Promise<Committed> {
    const wonBackAt = this.clock.now().toISOString();
    return this.commands.execute(new WinBackClient({ clientId, visit: null, wonBackAt }));
  }
}
