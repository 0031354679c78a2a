import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, committed, Flag, Instant, OneOf, Optional, toldAt } from '#libs/http';
import { CLOCK } from '#libs/service';
import { INCIDENT_KINDS, type IncidentKind } from '../incident.events.js';
import { ScopeFields, scopeOf } from '../scope-fields.js';
import { RecordIncident } from './record-incident.js';

class RecordIncidentBody extends ScopeFields {
  @OneOf(INCIDENT_KINDS)
  kind!: IncidentKind;

  /** Whether it is one of those that are reported within 4 hours. */
  @Flag()
  grave!: boolean;

  /** Now, when left out: the clocks run from then. */
  @Optional()
  @Instant()
  foundAt?: string;

  /** Where more is written about it, such as the number of a letter; never a person. */
  @Optional()
  @Code({ max: 64 })
  reference?: string;
}

@ApiTags('privacy')
@Controller('v1/incidents')
export class RecordIncidentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({
    summary: 'Record that personal data leaked, was altered or was lost; clocks run from when that was found',
  })
  @Answers(z.strictObject({ incidentId: z.uuid(), ...committed }), { status: 201 })
  async record(@Body() body: RecordIncidentBody): Promise<Committed & { incidentId: string }> {
    const incidentId = newId('incident');
    const { kind, grave, reference = null } = body;
    const told = { incidentId, kind, grave, reference, ...scopeOf(body, this.clock) };
    const times = { foundAt: toldAt(body.foundAt, this.clock), recordedAt: this.clock.now().toISOString() };
    const command = new RecordIncident({ ...told, ...times });
    return { incidentId, ...(await this.commands.execute<RecordIncident, Committed>(command)) };
  }
}
