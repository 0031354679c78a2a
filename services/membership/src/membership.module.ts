import { Module } from '@nestjs/common';
import { service } from '#libs/service';
import { clientStream } from './client-stream/client-stream.projection.js';
import { EarnPointsHandler } from './member/earn-points/earn-points.handler.js';
import { EarnPointsOnVisitCompleted } from './member/earn-points/on-visit-completed.consumer.js';
import { EarnReferralPointsHandler } from './member/earn-referral-points/earn-referral-points.handler.js';
import { EarnReferralPointsOnReferralRewarded } from './member/earn-referral-points/on-referral-rewarded.consumer.js';
import { EnrolMemberController } from './member/enrol-member/enrol-member.controller.js';
import { EnrolMemberHandler } from './member/enrol-member/enrol-member.handler.js';
import { EnrolMemberOnClientRegistered } from './member/enrol-member/on-client-registered.consumer.js';
import { PointsAccountController } from './member/points-account/points-account.controller.js';
import { LearnLinkHandler } from './known-link/learn-link/learn-link.handler.js';
import { LearnLinkOnClientsMerged } from './known-link/learn-link/on-clients-merged.consumer.js';
import { LearnLinkOnClientsUnmerged } from './known-link/learn-link/on-clients-unmerged.consumer.js';
import { linkedMember } from './known-link/linked-member/linked-member.projection.js';
import { pointsAccount } from './member/points-account/points-account.projection.js';
import { PointsAccountQuery } from './member/points-account/points-account.query.js';
import { PointsExplanationController } from './member/points-explanation/points-explanation.controller.js';
import { PointsExplanationQuery } from './member/points-explanation/points-explanation.query.js';
import { ReversePointsOnGoodsReturned } from './member/reverse-points/on-goods-returned.consumer.js';
import { ReversePointsHandler } from './member/reverse-points/reverse-points.handler.js';
import { ReverseReferralPointsOnReferralReversed } from './member/reverse-referral-points/on-referral-reversed.consumer.js';
import { ReverseReferralPointsHandler } from './member/reverse-referral-points/reverse-referral-points.handler.js';
import { memberPublisher } from './publishing/member.publisher.js';

@Module({
  imports: [
    service({
      name: 'membership',
      publisher: memberPublisher,
      views: [clientStream, linkedMember, pointsAccount],
      cachedStates: 4_000,
    }),
  ],
  controllers: [
    EnrolMemberController,
    PointsAccountController,
    PointsExplanationController,
    EnrolMemberOnClientRegistered,
    EarnPointsOnVisitCompleted,
    ReversePointsOnGoodsReturned,
    EarnReferralPointsOnReferralRewarded,
    ReverseReferralPointsOnReferralReversed,
    LearnLinkOnClientsMerged,
    LearnLinkOnClientsUnmerged,
  ],
  providers: [
    EnrolMemberHandler,
    LearnLinkHandler,
    EarnPointsHandler,
    ReversePointsHandler,
    EarnReferralPointsHandler,
    ReverseReferralPointsHandler,
    PointsAccountQuery,
    PointsExplanationQuery,
  ],
})
export class MembershipModule {}
