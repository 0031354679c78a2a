import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, committed, Instant, OneOf, Optional, ParseId, toldAt } from '#libs/http';
import { CLOCK } from '#libs/service';
import { TOLD_BY, TOLD_TO, type ToldBy, type ToldTo } from '../incident.events.js';
import { TellOfIncident } from './tell-of-incident.js';

class TellOfIncidentBody {
  @OneOf(TOLD_TO)
  to!: ToldTo;

  @OneOf(TOLD_BY)
  by!: ToldBy;

  /** When that was; now, when left out. */
  @Optional()
  @Instant()
  toldAt?: string;

  /** Where what was told is kept, such as the number of a letter; never a person. */
  @Optional()
  @Code({ max: 64 })
  reference?: string;
}

@ApiTags('privacy')
@Controller('v1/incidents/:incidentId/tellings')
export class TellOfIncidentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Nothing is sent from here: who told them elsewhere says so. */
  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({
    summary: 'Record that the authority, or the people it affects, were told, when and by what',
  })
  @Answers(z.strictObject(committed), { status: 201 })
  tell(
    @Param('incidentId', ParseId) incidentId: string,
    @Body() { to, by, reference, toldAt: told }: TellOfIncidentBody,
  ): Promise<Committed> {
    const data = { incidentId, to, by, reference: reference ?? null, toldAt: toldAt(told, this.clock) };
    return this.commands.execute(new TellOfIncident(data));
  }
}
