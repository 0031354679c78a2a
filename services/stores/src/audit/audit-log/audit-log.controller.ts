import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, malformed, Optional, Text } from '#libs/http';
import { auditEntry, AuditParameters, seal } from '#libs/service';
import { AuditLogQuery } from './audit-log.query.js';
import { asCursor, fromCursor } from './reached.answers.js';
import { AUDITED } from './trails.query.js';

class AuditLogParameters extends AuditParameters {
  @Optional()
  @Text({ max: 500 })
  cursor?: string;
}

const service = z.enum(AUDITED);
const auditLog = z.strictObject({
  items: z.array(auditEntry.extend({ service })),
  seals: z
    .record(service, seal.nullable())
    .describe('The last link of each chain of hashes: note it, and see later that it is still there'),
  away: z.array(service).describe('Could not be asked; what they have comes with a later page'),
  nextCursor: z.string().nullable(),
});

@ApiTags('audit')
@Controller('v1/audit')
export class AuditLogController {
  constructor(private readonly log: AuditLogQuery) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({
    summary: 'Who did what in the whole chain, and who read what, in the order it was recorded',
  })
  @Answers(auditLog)
  async page(@Query() { cursor, ...asked }: AuditLogParameters): Promise<z.infer<typeof auditLog>> {
    const reached = cursor === undefined ? {} : fromCursor(cursor);
    if (reached === undefined) {
      throw malformed('cursor', 'cursor must be one that an earlier page gave');
    }
    const { next, ...page } = await this.log.page(asked, reached);
    return { ...page, nextCursor: next === undefined ? null : asCursor(next) };
  }
}
