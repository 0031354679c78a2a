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
import { UnmergeClients } from './unmerge-clients.js';

class UnmergeClientsBody {
  @Uuid()
  mergedId!: string;

  @OneOf(REASONS)
  reason!: Reason;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/unmerge')
export class UnmergeClientsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Part two clients who were merged; each keeps what was always hers' })
  @Answers(z.strictObject(committed), { status: 201 })
  unmerge(
    @Param('clientId', ParseId) survivorId: string,
    @Body() { mergedId, reason }: UnmergeClientsBody,
  ): Promise<Committed> {
    const unmergedAt = this.clock.now().toISOString();
    return this.commands.execute(new UnmergeClients({ survivorId, mergedId, reason, unmergedAt }));
  }
}
