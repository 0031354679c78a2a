import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { ParseId } from '#libs/http';
import { referral, type Referral } from '../referral.js';

type ReferralPage = Exclude<Referral, { status: 'unknown' }> & { introducedId: string; version: number };

@ApiTags('referrals')
@Controller('v1/referrals')
export class ReferralPageController {
  constructor(private readonly events: EventStore) {}

  @Get(':introducedId')
  @ApiOperation({ summary: 'Who introduced this client, and whether they were rewarded' })
  async one(@Param('introducedId', ParseId) introducedId: string): Promise<ReferralPage> {
    const { state, version } = await this.events.load(referral, introducedId);
    if (state.status === 'unknown') {
      throw new Rejection(
        'unknown-referral',
        'Nobody introduced this client, and she has not paid for a visit.',
        { introducedId },
        'not-found',
      );
    }
    return { introducedId, ...state, version };
  }
}
