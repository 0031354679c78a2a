import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { REASONS, type Reason } from '../client-link.events.js';
import { MergeClients } from './merge-clients.js';

class MergeClientsBody {
  @Uuid()
  mergedId!: string;

  @OneOf(REASONS)
  reason!: Reason;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/merge')
export class MergeClientsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({
    summary: 'Take two clients for one person: she is read as the first from now on; undone at any time',
  })
  @Answers(z.strictObject(committed), { status: 201 })
  merge(
    @Param('clientId', ParseId) survivorId: string,
    @Body() { mergedId, reason }: MergeClientsBody,
  ): Promise<Committed> {
    const mergedAt = this.clock.now().toISOString();
    return this.commands.execute(new MergeClients({ survivorId, mergedId, reason, mergedAt }));
  }
}
