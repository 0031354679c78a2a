import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import {
  Answers,
  OneOf,
  Optional,
  pageOf,
  PageQuery,
  PositionQuery,
  Text,
  Uuid,
  type Page,
} from '#libs/http';
import { complaintFields, STATUSES } from '../complaint.answers.js';
import type { ComplaintStatus } from '../complaint.js';
import type { ComplaintRow } from './complaint-list.projection.js';
import { ComplaintListQuery } from './complaint-list.query.js';

const complaintRow = z.strictObject({ ...complaintFields, dueSoon: z.boolean() });

class ComplaintListParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Optional()
  @Text({ max: 64, example: 'sh-01' })
  storeId?: string;

  @Optional()
  @OneOf(STATUSES)
  status?: ComplaintStatus;

  /** Hers, and of all who were merged into her. */
  @Optional()
  @Uuid()
  clientId?: string;
}

@ApiTags('complaints')
@Controller('v1/complaints')
export class ComplaintListController {
  constructor(private readonly complaints: ComplaintListQuery) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'Complaints, by when their answer is due' })
  @Answers(pageOf(complaintRow))
  list(
    @Query() { cursor, limit, minPosition, ...filter }: ComplaintListParameters,
  ): Promise<Page<ComplaintRow>> {
    return this.complaints.list(filter, cursor, limit, minPosition);
  }
}
