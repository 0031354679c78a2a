import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { EventStore } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { AffectedClientsQuery } from '../affected-clients.query.js';
import { answerOf, incidentAnswer } from '../incident.answers.js';
import { incident, knownIncident } from '../incident.js';

const incidentPage = incidentAnswer.extend({
  affected: z
    .int()
    .nonnegative()
    .nullable()
    .describe('How many clients it affects, by what is known now; null while that is being gathered'),
});

@ApiTags('privacy')
@Controller('v1/incidents/:incidentId')
export class IncidentPageController {
  constructor(
    private readonly events: EventStore,
    private readonly affected: AffectedClientsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({
    summary: 'An incident: how its clocks stand, who was told, and how many clients it affects',
  })
  @Answers(incidentPage)
  async page(@Param('incidentId', ParseId) incidentId: string): Promise<z.infer<typeof incidentPage>> {
    const known = knownIncident(incidentId, (await this.events.load(incident, incidentId)).state);
    const answer = answerOf(known, this.clock.now().toISOString());
    return { ...answer, affected: await this.affected.count(known) };
  }
}
