import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, OneOf, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import type { FindingRow } from './finding-list.projection.js';
import { FindingListQuery } from './finding-list.query.js';

class FindingParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  @Optional()
  @OneOf(['true', 'false'])
  settled?: string;

  /** Whether somebody who looked unannounced found it. */
  @Optional()
  @OneOf(['true', 'false'])
  unannounced?: string;
}

@ApiTags('check runs')
@Controller('v1/check-runs/findings')
export class FindingListController {
  constructor(private readonly findings: FindingListQuery) {}

  @Get()
  @Allowed(...MANAGERS, ...STORE_STAFF, 'auditor')
  @ApiOperation({ summary: 'What was found not in order in your stores, by whom, and what became of it' })
  @Answers(
    pageOf(
      z.strictObject({
        findingId: z.string(),
        runId: z.string(),
        storeId: z.string(),
        code: z.string(),
        pointId: z.string(),
        day: z.iso.date(),
        remark: z.string().nullable(),
        foundBy: z.string().nullable(),
        settledAt: z.iso.datetime().nullable(),
        settledBy: z.string().nullable(),
        done: z.string().nullable(),
      }),
    ),
  )
  list(@Query() asked: FindingParameters): Promise<Page<FindingRow>> {
    return this.findings.list(asked);
  }
}
