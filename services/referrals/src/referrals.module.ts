import { Module } from '@nestjs/common';
import { FOLLOWS_LINKS, knownLinkSlices, service } from '#libs/service';
import { clientStream } from './client-stream/client-stream.projection.js';
import { referralPublisher } from './publishing/referral.publisher.js';
import { PersonReferralsQuery } from './referral/person-referrals.query.js';
import { PersonRewards } from './referral/person-rewards.process.js';
import { ReviewRewardHandler } from './referral/review-reward/review-reward.handler.js';
import { IntroduceClientController } from './referral/introduce-client/introduce-client.controller.js';
import { IntroduceClientHandler } from './referral/introduce-client/introduce-client.handler.js';
import { ReferralPageController } from './referral/referral-page/referral-page.controller.js';
import { ReverseRewardOnGoodsReturned } from './referral/reverse-reward/on-goods-returned.consumer.js';
import { ReverseRewardHandler } from './referral/reverse-reward/reverse-reward.handler.js';
import { RewardReferralOnVisitCompleted } from './referral/reward-referral/on-visit-completed.consumer.js';
import { RewardReferralHandler } from './referral/reward-referral/reward-referral.handler.js';

@Module({
  // A state is a few words, and every paid visit asks for one.
  imports: [
    service({
      name: 'referrals',
      publisher: referralPublisher,
      views: [clientStream, ...knownLinkSlices.views],
      cachedStates: 20_000,
    }),
  ],
  controllers: [
    IntroduceClientController,
    ReferralPageController,
    RewardReferralOnVisitCompleted,
    ReverseRewardOnGoodsReturned,
    ...knownLinkSlices.controllers,
  ],
  providers: [
    IntroduceClientHandler,
    RewardReferralHandler,
    ReverseRewardHandler,
    ReviewRewardHandler,
    PersonReferralsQuery,
    PersonRewards,
    { provide: FOLLOWS_LINKS, useExisting: PersonRewards },
    ...knownLinkSlices.providers,
  ],
})
export class ReferralsModule {}
