import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Day, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { SupervisionQuery, type StoreSupervision } from './supervision.query.js';

class SupervisionParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Day()
  from!: string;

  /** The last day. */
  @Day()
  until!: string;
}

@ApiTags('check runs')
@Controller('v1/check-runs/supervision')
export class SupervisionController {
  constructor(private readonly supervision: SupervisionQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'hq-analyst', 'auditor')
  @ApiOperation({ summary: 'Store by store: how often somebody looked unannounced, and what is still open' })
  @Answers(
    pageOf(
      z.strictObject({
        storeId: z.string(),
        looks: z.int(),
        supervisors: z.int(),
        lastLookOn: z.iso.date().nullable(),
        findings: z.int(),
        open: z.int(),
        oldestOpenOn: z.iso.date().nullable(),
      }),
    ),
  )
  list(@Query() asked: SupervisionParameters): Promise<Page<StoreSupervision>> {
    return this.supervision.list(asked);
  }
}
