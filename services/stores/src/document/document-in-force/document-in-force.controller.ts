import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, ANYBODY, principal } from '#libs/access';
import { Answers, Code, Day, Optional } from '#libs/http';
import { DocumentPath } from '../document-path.js';
import type { InForce } from '../document.js';
import { refuseReader } from '../kinds-for-privacy.js';
import { DocumentInForceQuery } from './document-in-force.query.js';

class WhereAndWhen {
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  @Optional()
  @Day()
  on?: string;
}

const inForce = z.strictObject({
  content: z.record(z.string(), z.unknown()),
  because: z.enum(['chain-default', 'store-override']),
  version: z.int(),
  effectiveFrom: z.iso.date(),
  publishedAt: z.iso.datetime(),
});

@ApiTags('documents')
@Controller('v1/documents/:kind/:code')
export class DocumentInForceController {
  constructor(private readonly documents: DocumentInForceQuery) {}

  @Get()
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'What is in force in a store on a day, and why' })
  @Answers(inForce)
  find(@Param() { kind, code }: DocumentPath, @Query() { storeId, on }: WhereAndWhen): Promise<InForce> {
    refuseReader(principal()!.role, kind);
    return this.documents.find({ kind, code, storeId, on });
  }
}
