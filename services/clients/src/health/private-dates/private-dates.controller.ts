import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, Day, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { HEALTH_READERS } from '../health-readers.js';
import { PrivateDatesQuery, type PrivateDateOfHers } from './private-dates.query.js';

class PrivateDatesParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Day()
  from!: string;

  /** The last day, included. */
  @Day()
  to!: string;
}

const privateDate = z.strictObject({
  clientId: z.uuid(),
  noteId: z.uuid(),
  on: z.iso.date(),
  text: z.string(),
});

@ApiTags('clients')
@Controller('v1/private-dates')
export class PrivateDatesController {
  constructor(private readonly dates: PrivateDatesQuery) {}

  @Get()
  @Allowed(...HEALTH_READERS)
  @ApiOperation({
    summary: 'Whose private dates fall on which days, of clients who consent; each is a reading of hers',
  })
  @Answers(pageOf(privateDate))
  list(
    @Query() { cursor, limit, minPosition, ...days }: PrivateDatesParameters,
  ): Promise<Page<PrivateDateOfHers>> {
    return this.dates.list(days, cursor, limit, minPosition);
  }
}
