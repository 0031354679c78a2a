import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Day, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { TurnoverQuery, type StoreTurnover } from './turnover.query.js';

class TurnoverParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Day()
  from!: string;

  /** The last day. */
  @Day()
  until!: string;
}

const count = z.int().nonnegative();
const figures = z.strictObject({
  atBeginning: count,
  joined: count,
  left: count,
  atEnd: count,
  leftBecause: z.array(z.strictObject({ reason: z.string(), left: count })).readonly(),
  averageDaysThere: count.nullable(),
});

@ApiTags('staff')
@Controller('v1/staff/turnover')
export class TurnoverController {
  constructor(private readonly turnover: TurnoverQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'hq-analyst', 'auditor')
  @ApiOperation({ summary: 'Store by store: who came and who left in a period, therapists by themselves' })
  @Answers(pageOf(z.strictObject({ storeId: z.string(), everybody: figures, therapists: figures })))
  list(@Query() asked: TurnoverParameters): Promise<Page<StoreTurnover>> {
    return this.turnover.list(asked);
  }
}
