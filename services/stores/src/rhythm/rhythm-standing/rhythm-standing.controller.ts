import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Day, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { RHYTHMS } from '../rhythm.events.js';
import { RhythmStandingQuery, type StoreRhythm } from './rhythm-standing.query.js';

class StandingParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Day()
  from!: string;

  /** The last day; 92 days at most. */
  @Day()
  until!: string;
}

const count = z.int().nonnegative();

@ApiTags('store rhythm')
@Controller('v1/store-rhythm/standing')
export class RhythmStandingController {
  constructor(private readonly rhythms: RhythmStandingQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'hq-analyst', 'auditor')
  @ApiOperation({
    summary: 'Store by store: on how many days of work its rhythm was held, not held, not told',
  })
  @Answers(
    pageOf(
      z.strictObject({
        storeId: z.string(),
        kinds: z
          .array(
            z.strictObject({
              kind: z.enum(RHYTHMS),
              expected: count.describe('days of work that are over, or weeks with such a day'),
              held: count,
              notHeld: count,
              untold: count,
            }),
          )
          .readonly(),
      }),
    ),
  )
  list(@Query() asked: StandingParameters): Promise<Page<StoreRhythm>> {
    return this.rhythms.list(asked);
  }
}
