import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { Answers, ParseId } from '#libs/http';
import { hasEarned, referral } from '../referral.js';

const ofPage = { introducedId: z.uuid(), version: z.int() };

const introduction = {
  referralId: z.uuid(),
  introducerId: z.uuid(),
  storeId: z.string(),
  introducedAt: z.iso.datetime(),
  undone: z.array(z.uuid()).readonly().describe('Visits that earned a reward and were undone'),
  earnsAfter: z.int().describe('Visits told up to this position earn none'),
};

const reward = z.strictObject({
  visitId: z.uuid(),
  storeId: z.string(),
  rewards: z.array(z.strictObject({ clientId: z.uuid(), points: z.int() })),
  rewardedOn: z.iso.date().describe('The day it was given, or withheld'),
});

const reason = z
  .enum(['self-referral', 'existing-client', 'already-introduced'])
  .describe('Why it is not given while she is one person with others');

const referralPage = z.discriminatedUnion('status', [
  z.strictObject({
    ...ofPage,
    status: z.literal('visited'),
    storeId: z.string().nullable(),
    visitedAt: z.iso.datetime(),
  }),
  z.strictObject({ ...ofPage, status: z.literal('introduced'), ...introduction }),
  z.strictObject({ ...ofPage, status: z.literal('rewarded'), ...introduction, reward }),
  z.strictObject({ ...ofPage, status: z.literal('withheld'), reason, ...introduction, reward }),
]);

@ApiTags('referrals')
@Controller('v1/referrals')
export class ReferralPageController {
  constructor(private readonly events: EventStore) {}

  @Get(':introducedId')
  @Allowed(...STORE_STAFF, ...MANAGERS, 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'Who introduced this client, and whether they were rewarded' })
  @Answers(referralPage)
  async one(@Param('introducedId', ParseId) introducedId: string): Promise<z.infer<typeof referralPage>> {
    const { state, version } = await this.events.see(referral, introducedId);
    if (state.status === 'unknown') {
      throw new Rejection(
        'unknown-referral',
        'Nobody introduced this client, and she has not paid for a visit.',
        { introducedId },
        'not-found',
      );
    }
    if (!hasEarned(state)) return { introducedId, ...state, version };
    const { visitId, storeId, rewards, rewardedOn } = state.reward;
    return { ...state, reward: { visitId, storeId, rewards, rewardedOn }, introducedId, version };
  }
}
