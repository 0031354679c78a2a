import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allowed } from '#libs/access';
import { Rejection } from '#libs/event-sourcing';
import { Answers, Code, Instant, Optional, Text, WholeNumber } from '#libs/http';
import { auditTrail, seal, sealCheck, type AuditTrail } from './audit-trail.answers.js';
import { AuditTrailQuery } from './audit-trail.query.js';

const LINKS_AT_ONCE = 50;

export class AuditParameters {
  /** Recorded at or after this. */
  @Optional()
  @Instant()
  from?: string;

  /** Recorded before this. */
  @Optional()
  @Instant()
  to?: string;

  /** An account, or `service:` and a part of Liren. */
  @Optional()
  @Text({ max: 100 })
  who?: string;

  /** A fact such as `PersonalDataRead`. */
  @Optional()
  @Code({ example: 'PersonalDataRead' })
  type?: string;

  @Optional()
  @WholeNumber({ min: 1, max: 500 })
  limit?: number;
}

class TrailParameters extends AuditParameters {
  /** Position after which to look: `upTo` of the part before. */
  @Optional()
  @WholeNumber()
  after?: number;
}

class SealCheckParameters extends PickType(TrailParameters, ['after']) {}

class LinkParameters {
  /** Position of the last fact that the link covers. */
  @WholeNumber({ min: 1 })
  upTo!: number;
}

@ApiTags('operations')
@Controller('operations/audit')
export class AuditTrailController {
  constructor(private readonly trail: AuditTrailQuery) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor', 'service')
  @ApiOperation({
    summary: 'Who did what in this service, oldest first, and the last link of its chain of hashes',
  })
  @Answers(auditTrail)
  read(@Query() asked: TrailParameters): Promise<AuditTrail> {
    return this.trail.read(asked);
  }

  @Get('seals/:upTo')
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({ summary: 'A link of the chain again: whether it is the one that somebody has noted' })
  @Answers(seal)
  async link(@Param() { upTo }: LinkParameters): Promise<z.infer<typeof seal>> {
    const link = await this.trail.seals.at(upTo);
    if (link !== undefined) return link;
    throw new Rejection('unknown-seal', 'No link of the chain ends there.', { upTo }, 'not-found');
  }

  @Get('seal-check')
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({ summary: 'Compute links of the chain anew: whether the log is still what was sealed' })
  @Answers(sealCheck)
  check(@Query() { after = 0 }: SealCheckParameters): Promise<z.infer<typeof sealCheck>> {
    return this.trail.seals.check(after, LINKS_AT_ONCE);
  }
}
