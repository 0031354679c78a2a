import { BadRequestException, Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { utc } from '#libs/calendar';
import { Day, Instant, OneOf, Optional, PositionQuery } from '#libs/http';
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

@ApiTags('reports')
@Controller('v1/reports')
export class StoreComparisonController {
  constructor(private readonly comparison: StoreComparisonQuery) {}

  @Get('store-comparison')
  @ApiOperation({ summary: 'Stores side by side, for any days, as of any day, as known at any moment' })
  compare(@Query() asked: StoreComparisonParameters): Promise<StoreComparison> {
    if (asked.from !== undefined && asked.to !== undefined && asked.from > asked.to) {
      throw new BadRequestException('The first day is after the last.');
    }
    const { from, to, asOf, by, minPosition } = asked;
    const knownAt = asked.knownAt === undefined ? undefined : utc(asked.knownAt);
    return this.comparison.compare({ from, to, asOf, by, minPosition, knownAt });
  }
}
