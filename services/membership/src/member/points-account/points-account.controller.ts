import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, ParseId, PositionQuery } from '#libs/http';
import { SEES_POINTS } from '../sees-points.js';
import { PointsAccountQuery, type PointsBalance } from './points-account.query.js';

const pointsBalance = z.strictObject({
  clientId: z.uuid(),
  balance: z.int().describe('With what those have who were merged into her'),
  merged: z.array(z.strictObject({ clientId: z.uuid(), balance: z.int() })).optional(),
  position: z.int(),
});

@ApiTags('membership')
@Controller('v1/members/:clientId/points')
export class PointsAccountController {
  constructor(private readonly accounts: PointsAccountQuery) {}

  @Get()
  @Allowed(...SEES_POINTS)
  @ApiOperation({ summary: 'Points a member has; below zero when she owes some' })
  @Answers(pointsBalance)
  balance(
    @Param('clientId', ParseId) clientId: string,
    @Query() { minPosition }: PositionQuery,
  ): Promise<PointsBalance> {
    return this.accounts.balance(clientId, minPosition);
  }
}
