import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { DistinguishClients } from './distinguish-clients.js';

class DistinguishClientsBody {
  @Uuid()
  otherId!: string;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/distinctions')
export class DistinguishClientsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Say that two who look like one are not: nobody is asked about them again' })
  @Answers(z.strictObject(committed), { status: 201 })
  distinguish(
    @Param('clientId', ParseId) clientId: string,
    @Body() { otherId }: DistinguishClientsBody,
  ): Promise<Committed> {
    const saidAt = this.clock.now().toISOString();
    return this.commands.execute(new DistinguishClients({ clientId, otherId, saidAt }));
  }
}
