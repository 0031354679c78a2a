import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, Day, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { POSTS } from '../staff.events.js';
import { AtWorkQuery, type AtWork } from './at-work.query.js';

class AtWorkParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Code({ example: 'sh-01' })
  storeId!: string;

  /** Today in the store, when left out. */
  @Optional()
  @Day()
  on?: string;
}

@ApiTags('staff')
@Controller('v1/staff')
export class AtWorkController {
  constructor(private readonly staff: AtWorkQuery) {}

  @Get('at-work')
  @Allowed(...MANAGERS, ...STORE_STAFF, 'auditor', 'service')
  @ApiOperation({ summary: 'Who works in a store on a day, and in which post' })
  @Answers(pageOf(z.strictObject({ staffId: z.uuid(), post: z.enum(POSTS) })))
  list(@Query() asked: AtWorkParameters): Promise<Page<AtWork>> {
    return this.staff.list(asked);
  }
}
