import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { OUTCOMES, type Outcome } from '../incident.events.js';
import { CloseIncident } from './close-incident.js';

class CloseIncidentBody {
  /** `told` needs both to be told, `harm-prevented` the authority alone. */
  @OneOf(OUTCOMES)
  outcome!: Outcome;
}

@ApiTags('privacy')
@Controller('v1/incidents/:incidentId/closing')
export class CloseIncidentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({ summary: 'Close an incident, once whoever must know of it was told' })
  @Answers(z.strictObject(committed), { status: 201 })
  close(
    @Param('incidentId', ParseId) incidentId: string,
    @Body() { outcome }: CloseIncidentBody,
  ): Promise<Committed> {
    const closedAt = this.clock.now().toISOString();
    return this.commands.execute(new CloseIncident({ incidentId, outcome, closedAt }));
  }
}
