import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, Day, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { OUTCOMES } from '../check-run.events.js';
import type { CheckRunRow } from './check-run-list.projection.js';
import { CheckRunListQuery } from './check-run-list.query.js';

class CheckRunParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Day()
  day!: string;

  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

const result = z.strictObject({
  pointId: z.string(),
  outcome: z.enum(OUTCOMES),
  remark: z.string().optional(),
});

@ApiTags('check runs')
@Controller('v1/check-runs')
export class CheckRunListController {
  constructor(private readonly runs: CheckRunListQuery) {}

  @Get()
  @Allowed(...MANAGERS, ...STORE_STAFF, 'auditor')
  @ApiOperation({ summary: 'What was found in your stores on a day' })
  @Answers(
    pageOf(
      z.strictObject({
        runId: z.string(),
        storeId: z.string(),
        code: z.string(),
        version: z.int(),
        because: z.string(),
        day: z.iso.date(),
        results: z.array(result).readonly(),
        notOk: z.int(),
        runAt: z.iso.datetime(),
        checkedBy: z.string().nullable(),
        groupId: z.string().nullable(),
      }),
    ),
  )
  list(@Query() asked: CheckRunParameters): Promise<Page<CheckRunRow>> {
    return this.runs.list(asked);
  }
}
