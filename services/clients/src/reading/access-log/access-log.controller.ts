import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, Optional, pageOf, PageQuery, ParseId, type Page } from '#libs/http';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { takenOut } from '../reading.answers.js';
import { READABLE, READING_PURPOSES } from '../reading.events.js';
import { AccessLogQuery, type AccessLogEntry } from './access-log.query.js';

const entry = z.strictObject({
  at: z.iso.datetime(),
  who: z.string().nullable(),
  role: z.string(),
  storeId: z.string().nullable(),
  what: z.enum(READABLE),
  purpose: z.enum(READING_PURPOSES),
  refused: z.boolean(),
  takenOut: takenOut.nullable().describe('Where it left with files of others: what for and to whom'),
});

class AccessLogParameters extends PageQuery {
  @Optional()
  @Matches(/^\d{1,9}$/, { message: 'cursor must be one that an earlier page gave' })
  override cursor?: string;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/access-log')
export class AccessLogController {
  constructor(
    private readonly readings: AccessLogQuery,
    private readonly clients: KnownClientQuery,
  ) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'store-manager', 'auditor')
  @ApiOperation({ summary: 'Who read what is known about her, when and why; oldest first' })
  @Answers(pageOf(entry))
  async list(
    @Param('clientId', ParseId) clientId: string,
    @Query() { cursor, limit }: AccessLogParameters,
  ): Promise<Page<AccessLogEntry>> {
    await this.clients.one(clientId);
    return this.readings.of(clientId, cursor, limit);
  }
}
