import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, Day, OneOf, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { RHYTHMS } from '../rhythm.events.js';
import { RhythmListQuery, type ListedRhythm } from './rhythm-list.query.js';

class RhythmParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Day()
  from!: string;

  /** The last day. */
  @Day()
  until!: string;

  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  @Optional()
  @OneOf(RHYTHMS)
  kind?: string;
}

@ApiTags('store rhythm')
@Controller('v1/store-rhythm')
export class RhythmListController {
  constructor(private readonly rhythms: RhythmListQuery) {}

  @Get()
  @Allowed(...MANAGERS, ...STORE_STAFF, 'auditor')
  @ApiOperation({
    summary: 'Morning meetings, study time and summary reports of your stores, held and not held',
  })
  @Answers(
    pageOf(
      z.strictObject({
        storeId: z.string(),
        kind: z.enum(RHYTHMS),
        day: z.iso.date(),
        held: z.boolean(),
        topics: z.array(z.string()).readonly(),
        note: z.string().nullable(),
        by: z.string(),
        notedAt: z.iso.datetime(),
      }),
    ),
  )
  list(@Query() asked: RhythmParameters): Promise<Page<ListedRhythm>> {
    return this.rhythms.list(asked);
  }
}
