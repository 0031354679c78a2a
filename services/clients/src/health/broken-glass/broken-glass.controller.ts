import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import type { BrokenGlassRow } from './broken-glass.projection.js';
import { BrokenGlassQuery } from './broken-glass.query.js';

class BrokenGlassParameters extends IntersectionType(PageQuery, PositionQuery) {}

const row = z.strictObject({
  breakId: z.uuid(),
  clientId: z.uuid(),
  storeId: z.string(),
  by: z.string(),
  brokenAt: z.iso.datetime(),
  until: z.iso.datetime(),
  reason: z.string(),
});

@ApiTags('clients')
@Controller('v1/broken-glass')
export class BrokenGlassController {
  constructor(private readonly broken: BrokenGlassQuery) {}

  @Get()
  @Allowed('privacy-officer')
  @ApiOperation({ summary: 'Who opened health notes without consent, when and why; oldest first' })
  @Answers(pageOf(row))
  list(@Query() { cursor, limit, minPosition }: BrokenGlassParameters): Promise<Page<BrokenGlassRow>> {
    return this.broken.list(cursor, limit, minPosition);
  }
}
