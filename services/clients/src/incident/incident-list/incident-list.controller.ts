import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { Allowed } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { Answers, OneOf, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { CLOCK } from '#libs/service';
import { answerOf, incidentAnswer, type IncidentAnswer } from '../incident.answers.js';
import { IncidentListQuery } from './incident-list.query.js';

class Wanted {
  /** All, when left out. */
  @Optional()
  @OneOf(['open', 'closed'])
  state?: 'open' | 'closed';
}

class IncidentListParameters extends IntersectionType(Wanted, PageQuery, PositionQuery) {}

@ApiTags('privacy')
@Controller('v1/incidents')
export class IncidentListController {
  constructor(
    private readonly incidents: IncidentListQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({ summary: 'Incidents, with how their clocks stand; what was found last comes first' })
  @Answers(pageOf(incidentAnswer))
  async list(
    @Query() { state, cursor, limit, minPosition }: IncidentListParameters,
  ): Promise<Page<IncidentAnswer>> {
    const closed = state === undefined ? undefined : state === 'closed';
    const { items, nextCursor } = await this.incidents.list(closed, cursor, limit, minPosition);
    const now = this.clock.now().toISOString();
    return { items: items.map((known) => answerOf(known, now)), nextCursor };
  }
}
