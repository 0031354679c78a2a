import { BadRequestException, Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { utc } from '#libs/calendar';
import { Answers, Day, Instant, OneOf, Optional, PositionQuery } from '#libs/http';
import { StoreComparisonQuery, type StoreComparison } from './store-comparison.query.js';

class StoreComparisonParameters extends PositionQuery {
  /** First day. */
  @Optional()
  @Day()
  from?: string;

  /** Last day. */
  @Optional()
  @Day()
  to?: string;

  /** As of this day: nothing that happened later counts. */
  @Optional()
  @Day()
  asOf?: string;

  /** As known at this moment: nothing learned later counts. Now, when left out. */
  @Optional()
  @Instant()
  knownAt?: string;

  @Optional()
  @OneOf(['month'])
  by?: 'month';
}

const count = z.int().nonnegative();
const figures = {
  grossMinor: count,
  saleLines: count,
  returnsMinor: count,
  returnLines: count,
  netMinor: z.int(),
  visits: count,
  clients: count.describe('Identified clients with a visit, each person counted once'),
  averageTicketMinor: count.describe('Gross per visit, rounded half up; 0 without visits'),
  pointsIssued: z.int().describe('Points earned less points taken back'),
  referralsRewarded: z.int(),
  followUpsDone: z.int(),
  followUpsMissed: z.int(),
  complaintsOpened: z.int(),
  complaintsBreached: z.int(),
};
const currency = z.string().nullable();

const comparison = z.strictObject({
  asOf: z.iso.date().nullable(),
  knownAt: z.iso.datetime(),
  position: count,
  rows: z.array(
    z.strictObject({
      storeId: z.string(),
      name: z.string(),
      currency,
      month: z.string().optional().describe('`yyyy-mm`; only in a report by month'),
      ...figures,
    }),
  ),
  totals: z.strictObject({ currency, ...figures }).describe('Of the stores that whoever asks may see'),
});

@ApiTags('reports')
@Controller('v1/reports')
export class StoreComparisonController {
  constructor(private readonly comparison: StoreComparisonQuery) {}

  @Get('store-comparison')
  @Allowed(...MANAGERS, 'hq-analyst', 'finance', 'auditor')
  @ApiOperation({ summary: 'Stores side by side, for any days, as of any day, as known at any moment' })
  @Answers(comparison)
  compare(@Query() asked: StoreComparisonParameters): Promise<StoreComparison> {
    if (asked.from !== undefined && asked.to !== undefined && asked.from > asked.to) {
      throw new BadRequestException('The first day is after the last.');
    }
    const { from, to, asOf, by, minPosition } = asked;
    const knownAt = asked.knownAt === undefined ? undefined : utc(asked.knownAt);
    return this.comparison.compare({ from, to, asOf, by, minPosition, knownAt });
  }
}
