import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { Readings } from '../../reading/readings.process.js';
import { HealthAccessQuery } from '../health-access.query.js';
import { HEALTH_READERS } from '../health-readers.js';
import { healthNote } from '../health.answers.js';
import { HealthNotesQuery, type HealthNoteEntry } from '../health-notes.query.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/health-notes')
export class HealthNotesController {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly access: HealthAccessQuery,
    private readonly readings: Readings,
    private readonly notes: HealthNotesQuery,
  ) {}

  @Get()
  @Allowed(...HEALTH_READERS)
  @ApiOperation({
    summary: 'What is noted of her health; needs her consent, or a broken glass, and is recorded',
  })
  @Answers(z.strictObject({ items: z.array(healthNote) }))
  async list(@Param('clientId', ParseId) clientId: string): Promise<{ items: HealthNoteEntry[] }> {
    await this.clients.one(clientId);
    const purpose = await this.access.check(clientId, 'health-notes');
    await this.readings.note({ clientIds: [clientId], what: 'health-notes', purpose });
    return { items: await this.notes.of(clientId) };
  }
}
