import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { EventStore } from '#libs/event-store';
import { Answers, pageOf, PageQuery, ParseId, type Page } from '#libs/http';
import { READABLE } from '../../reading/reading.events.js';
import { AffectedClientsQuery, type AffectedClient } from '../affected-clients.query.js';
import { incident, knownIncident } from '../incident.js';

const affected = z.strictObject({
  clientId: z.uuid(),
  readings: z.int().nonnegative().describe('By these accounts in that time; none of who was only named'),
  firstAt: z.iso.datetime().nullable(),
  lastAt: z.iso.datetime().nullable(),
  what: z
    .array(z.enum(READABLE))
    .readonly()
    .describe('What of hers was read; `export` left as a spreadsheet'),
});

@ApiTags('privacy')
@Controller('v1/incidents/:incidentId/affected-clients')
export class AffectedClientsController {
  constructor(
    private readonly events: EventStore,
    private readonly affected: AffectedClientsQuery,
  ) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({ summary: 'Clients whom an incident affects, by who was read and who was named; ids only' })
  @Answers(pageOf(affected))
  async list(
    @Param('incidentId', ParseId) incidentId: string,
    @Query() { cursor, limit }: PageQuery,
  ): Promise<Page<AffectedClient>> {
    const known = knownIncident(incidentId, (await this.events.load(incident, incidentId)).state);
    return this.affected.list(known, cursor, limit);
  }
}
