import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { StaffListQuery, type StaffMember } from './staff-list.query.js';

class StaffListParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

const member = z.strictObject({
  staffId: z.uuid(),
  name: z.string(),
  login: z.string().nullable(),
  post: z.string(),
  role: z.string(),
  storeIds: z.array(z.string()).readonly(),
  status: z.enum(['employed', 'left']),
  since: z.iso.datetime(),
});

@ApiTags('staff')
@Controller('v1/staff')
export class StaffListController {
  constructor(private readonly staff: StaffListQuery) {}

  @Get()
  @Allowed(...MANAGERS, ...STORE_STAFF, 'auditor', 'service')
  @ApiOperation({ summary: 'Who works in your stores' })
  @Answers(pageOf(member))
  list(@Query() asked: StaffListParameters): Promise<Page<StaffMember>> {
    return this.staff.list(asked);
  }
}
