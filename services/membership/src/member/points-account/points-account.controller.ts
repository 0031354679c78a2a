import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ParseId, PositionQuery } from '#libs/http';
import { PointsAccountQuery, type PointsBalance } from './points-account.query.js';

@ApiTags('membership')
@Controller('v1/members/:clientId/points')
export class PointsAccountController {
  constructor(private readonly accounts: PointsAccountQuery) {}

  @Get()
  @ApiOperation({ summary: 'Points a member has; below zero when she owes some' })
  balance(
    @Param('clientId', ParseId) clientId: string,
    @Query() { minPosition }: PositionQuery,
  ): Promise<PointsBalance> {
    return this.accounts.balance(clientId, minPosition);
  }
}
