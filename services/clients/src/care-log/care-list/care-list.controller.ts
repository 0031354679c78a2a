import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, page, pageOf, PageQuery, ParseId, type Page } from '#libs/http';
import { ClientsQuery } from '../../client/clients.query.js';
import { Readings } from '../../reading/readings.process.js';
import { careFields } from '../care-fields.config.js';
import { CareNotesQuery, type OpenedEntry } from '../care-notes.query.js';

const entry = z.strictObject({
  careId: z.uuid(),
  visitId: z.uuid().nullable(),
  storeId: z.string(),
  caredAt: z.iso.datetime(),
  says: careFields.nullable().describe('Null when it is erased'),
});

@ApiTags('clients')
@Controller('v1/clients/:clientId/care-log')
export class CareListController {
  constructor(
    private readonly clients: ClientsQuery,
    private readonly notes: CareNotesQuery,
    private readonly readings: Readings,
  ) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS)
  @ApiOperation({ summary: 'Her care log, the latest care first' })
  @Answers(pageOf(entry))
  async list(
    @Param('clientId', ParseId) clientId: string,
    @Query() { cursor, limit = 50 }: PageQuery,
  ): Promise<Page<OpenedEntry>> {
    await this.clients.one(clientId); // whoever may see her may see her log
    await this.readings.note({ clientIds: [clientId], what: 'file', purpose: 'care' });
    const entries = await this.notes.entriesOf(clientId);
    const from = cursor === undefined ? 0 : entries.findIndex(({ careId }) => careId === cursor) + 1;
    return page(entries.slice(from, from + limit + 1), limit, ({ careId }) => careId);
  }
}
