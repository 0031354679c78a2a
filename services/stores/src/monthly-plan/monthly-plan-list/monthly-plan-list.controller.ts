import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Code, Month, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { UNITS } from '../monthly-plan.events.js';
import { MonthlyPlanListQuery, type ListedPlan } from './monthly-plan-list.query.js';

class MonthlyPlanParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Month()
  month!: string;

  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

const target = z.strictObject({ metric: z.string(), unit: z.enum(UNITS), value: z.int() });

@ApiTags('monthly plans')
@Controller('v1/monthly-plans')
export class MonthlyPlanListController {
  constructor(private readonly plans: MonthlyPlanListQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'hq-analyst', 'finance', 'auditor', 'service')
  @ApiOperation({ summary: 'Plans of a month by store, and how it stands with those that are not written' })
  @Answers(
    pageOf(
      z.strictObject({
        storeId: z.string(),
        month: z.string(),
        standing: z.enum(['written', 'written-late', 'not-due-yet', 'due-today', 'overdue']),
        dueAt: z.iso.datetime(),
        version: z.int().nonnegative().describe('0 while nothing is written'),
        targets: z.array(target).readonly(),
      }),
    ),
  )
  list(@Query() asked: MonthlyPlanParameters): Promise<Page<ListedPlan>> {
    return this.plans.list(asked);
  }
}
