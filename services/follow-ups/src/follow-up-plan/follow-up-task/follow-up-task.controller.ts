import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Day, OneOf, Optional, pageOf, PageQuery, PositionQuery, Text, type Page } from '#libs/http';
import { OUTCOMES } from '../follow-up-plan.events.js';
import type { TaskStatus } from '../follow-up-plan.js';
import { FollowUpTaskQuery, type ShownTask } from './follow-up-task.query.js';

const STATUSES = [
  'planned',
  'due',
  'held-back',
  'done',
  'missed',
  'withdrawn',
] as const satisfies TaskStatus[];

const task = z.strictObject({
  taskId: z.uuid(),
  clientId: z.uuid().describe('Whom it is to reach: the survivor, where the client was merged'),
  mergedId: z
    .uuid()
    .nullable()
    .describe('Whose visit it follows, where that one was merged into the client; null for her own'),
  storeId: z.string(),
  visitId: z.uuid(),
  staffId: z.string().nullable().describe('Who served, and so follows up'),
  day: z.int().describe('Days after the visit'),
  dueOn: z.iso.date(),
  dueAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  status: z.enum(STATUSES),
  attempts: z.int().describe('Calls that nobody answered'),
  outcome: z.enum(OUTCOMES).nullable(),
  doneOn: z.iso.date().nullable(),
});

class FollowUpTaskParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Optional()
  @Text({ max: 64, example: 'sh-01' })
  storeId?: string;

  @Optional()
  @OneOf(STATUSES)
  status?: TaskStatus;

  @Optional()
  @Day()
  dueOn?: string;
}

@ApiTags('follow-ups')
@Controller('v1/follow-ups')
export class FollowUpTaskController {
  constructor(private readonly tasks: FollowUpTaskQuery) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'Follow-up tasks by day: planned, due, held back, done, missed or withdrawn' })
  @Answers(pageOf(task))
  list(@Query() { cursor, limit, minPosition, ...filter }: FollowUpTaskParameters): Promise<Page<ShownTask>> {
    return this.tasks.list(filter, cursor, limit, minPosition);
  }
}
