import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, OneOf, Optional, ParseId, WholeNumber } from '#libs/http';
import { SEES_POINTS } from '../sees-points.js';
import { ORDERS, type Order } from './explanation-span.js';
import { PointsExplanationQuery, type PointsExplanation } from './points-explanation.query.js';

class PointsExplanationParameters {
  /** As `nextCursor` of the page before said. */
  @Optional()
  @WholeNumber({ min: 1 })
  cursor?: number;

  /** Visits, returns and rewards per page, each with all its lines; 50 when left out. */
  @Optional()
  @WholeNumber({ min: 1, max: 200 })
  limit?: number;

  /** `newest` first when left out. */
  @Optional()
  @OneOf(ORDERS)
  order?: Order;
}

const explanation = z.strictObject({
  clientId: z.uuid(),
  balance: z.int().describe('What the entries of all pages add up to'),
  version: z.int(),
  items: z
    .array(
      z.strictObject({
        at: z.iso.datetime(),
        kind: z.enum(['earned', 'reversed']),
        points: z.int(),
        visitId: z.string().nullable(),
        returnId: z.string().nullable(),
        lineId: z.string().nullable(),
        referralId: z.string().nullable(),
        rule: z.string(),
        policyVersion: z.string().nullable(),
        sentence: z.string(),
        sentenceZh: z.string(),
      }),
    )
    .readonly(),
  nextCursor: z.string().nullable(),
});

@ApiTags('membership')
@Controller('v1/members/:clientId/points/explanation')
export class PointsExplanationController {
  constructor(private readonly explanations: PointsExplanationQuery) {}

  /**
   * When facts come between two pages, entries add up to the balance of the page that shows the newest fact: the first
   * page when newest come first, else the last.
   */
  @Get()
  @Allowed(...SEES_POINTS)
  @ApiOperation({ summary: 'Why a member has the points she has, line by line' })
  @Answers(explanation)
  explain(
    @Param('clientId', ParseId) clientId: string,
    @Query() { cursor, limit = 50, order = 'newest' }: PointsExplanationParameters,
  ): Promise<PointsExplanation> {
    return this.explanations.explain(clientId, { cursor, limit, order });
  }
}
