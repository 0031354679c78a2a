import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { OneOf, Optional, PageQuery, PositionQuery, Text, type Page } from '#libs/http';
import type { ComplaintStatus } from '../complaint.js';
import type { ComplaintRow } from './complaint-list.projection.js';
import { ComplaintListQuery } from './complaint-list.query.js';

const STATUSES: readonly ComplaintStatus[] = ['open', 'answered', 'closed'];

class ComplaintListParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Optional()
  @Text({ max: 64, example: 'sh-01' })
  storeId?: string;

  @Optional()
  @OneOf(STATUSES)
  status?: ComplaintStatus;
}

@ApiTags('complaints')
@Controller('v1/complaints')
export class ComplaintListController {
  constructor(private readonly complaints: ComplaintListQuery) {}

  @Get()
  @ApiOperation({ summary: 'Complaints, by when their answer is due' })
  list(
    @Query() { cursor, limit, minPosition, ...filter }: ComplaintListParameters,
  ): Promise<Page<ComplaintRow>> {
    return this.complaints.list(filter, cursor, limit, minPosition);
  }
}
