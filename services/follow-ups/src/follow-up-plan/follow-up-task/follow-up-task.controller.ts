import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { Day, OneOf, Optional, PageQuery, PositionQuery, Text, type Page } from '#libs/http';
import type { TaskStatus } from '../follow-up-plan.js';
import type { FollowUpTaskRow } from './follow-up-task.projection.js';
import { FollowUpTaskQuery } from './follow-up-task.query.js';

const STATUSES: readonly TaskStatus[] = ['planned', 'due', 'done', 'missed', 'withdrawn'];

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
  @ApiOperation({ summary: 'Follow-up tasks by day: planned, due, done, missed or withdrawn' })
  list(
    @Query() { cursor, limit, minPosition, ...filter }: FollowUpTaskParameters,
  ): Promise<Page<FollowUpTaskRow>> {
    return this.tasks.list(filter, cursor, limit, minPosition);
  }
}
