import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ACKNOWLEDGING } from '#contracts/erasure-acknowledged.v1';
import { Allowed } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { PURPOSES } from '#libs/privacy';
import { ERASURE_REASONS } from '../erasure.events.js';
import { CertificateQuery, type Certificate } from './certificate.query.js';

const at = z.iso.datetime();

const certificate = z.strictObject({
  erasureId: z.uuid(),
  clientId: z.uuid(),
  storeId: z.string(),
  reason: z.enum(ERASURE_REASONS),
  orderedBy: z.string().nullable(),
  orderedAt: at,
  carriedOutAt: at.nullable(),
  /** Backups made before still have her, and her keys, until then. */
  backupsExpireOn: z.iso.date().nullable(),
  status: z.enum(['ordered', 'carried-out', 'complete']),
  completedAt: at.nullable(),
  covered: z.strictObject({
    keys: z.array(z.enum(PURPOSES)),
    streams: z.array(z.string()),
    topics: z.array(z.string()),
    tables: z.array(z.string()),
  }),
  services: z.array(z.strictObject({ service: z.enum(ACKNOWLEDGING), acknowledgedAt: at.nullable() })),
  givenTo: z
    .array(
      z.strictObject({
        recipient: z.string(),
        processorId: z
          .string()
          .nullable()
          .describe('Who works for the salon, and is to be told to erase it; null for a third party'),
        lastGivenAt: at,
      }),
    )
    .describe('Who outside the chain was given her data'),
  restricted: z.array(z.strictObject({ what: z.string(), why: z.string() })),
});

@ApiTags('clients')
@Controller('v1/erasures')
export class CertificateController {
  constructor(private readonly certificates: CertificateQuery) {}

  @Get(':erasureId')
  @Allowed('hq-admin', 'privacy-officer', 'auditor', 'store-manager')
  @ApiOperation({
    summary: 'The certificate of an erasure: what it covered, who has acknowledged it, what stays and why',
  })
  @Answers(certificate)
  one(@Param('erasureId', ParseId) erasureId: string): Promise<Certificate> {
    return this.certificates.of(erasureId);
  }
}
