import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ScopeFields, scopeOf } from '../scope-fields.js';
import { ScopeIncident } from './scope-incident.js';

@ApiTags('privacy')
@Controller('v1/incidents/:incidentId/scope')
export class ScopeIncidentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({
    summary: 'Say which accounts, clients and times it was of, in place of what was said before',
  })
  @Answers(z.strictObject(committed))
  scope(@Param('incidentId', ParseId) incidentId: string, @Body() body: ScopeFields): Promise<Committed> {
    const scopedAt = this.clock.now().toISOString();
    return this.commands.execute(new ScopeIncident({ incidentId, ...scopeOf(body, this.clock), scopedAt }));
  }
}
