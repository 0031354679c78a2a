import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { EXPORT_PURPOSES } from '#contracts/clients/export-purposes';
import { Allowed } from '#libs/access';
import { Answers, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { FORMATS, REASONS } from '../client-export.events.js';
import type { ClientExportRow } from './client-export-list.projection.js';
import { ClientExportListQuery } from './client-export-list.query.js';

class ClientExportListParameters extends IntersectionType(PageQuery, PositionQuery) {}

const clientExport = z.strictObject({
  exportId: z.uuid(),
  exportedAt: z.iso.datetime(),
  actor: z.string().nullable().describe('Who took them out'),
  role: z.string().nullable(),
  storeId: z.string().nullable().describe('Null for every store that she may see'),
  format: z.enum(FORMATS),
  reason: z.enum(REASONS),
  reference: z.string().nullable(),
  purpose: z.enum(EXPORT_PURPOSES),
  recipient: z.string().nullable().describe('Who outside the chain was given them; null in the chain'),
  recipientCountry: z.string().nullable().describe('Where that is, if abroad; null within the country'),
  processorId: z.string().nullable().describe('The recipient, where it works for the salon'),
  agreementNumber: z.string().nullable().describe('Under which it does'),
  rows: z.int(),
  sections: z
    .array(z.string())
    .readonly()
    .describe('Sections of files, beside who she is and how to reach her'),
});

@ApiTags('clients')
@Controller('v1/client-exports')
export class ClientExportListController {
  constructor(private readonly exports: ClientExportListQuery) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({
    summary: 'Who took client files out, when and why, what for and to whom; the newest first',
  })
  @Answers(pageOf(clientExport))
  list(@Query() { cursor, limit, minPosition }: ClientExportListParameters): Promise<Page<ClientExportRow>> {
    return this.exports.list(cursor, limit, minPosition);
  }
}
