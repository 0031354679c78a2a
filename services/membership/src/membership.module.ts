import { Module } from '@nestjs/common';
import { knownLinkSlices, service } from '#libs/service';
import { clientStream } from './client-stream/client-stream.projection.js';
import { EarnPointsHandler } from './member/earn-points/earn-points.handler.js';
import { EarnPointsOnVisitCompleted } from './member/earn-points/on-visit-completed.consumer.js';
import { EarnReferralPointsHandler } from './member/earn-referral-points/earn-referral-points.handler.js';
import { EarnReferralPointsOnReferralRewarded } from './member/earn-referral-points/on-referral-rewarded.consumer.js';
import { EnrolMemberController } from './member/enrol-member/enrol-member.controller.js';
import { EnrolMemberHandler } from './member/enrol-member/enrol-member.handler.js';
import { EnrolMemberOnClientRegistered } from './member/enrol-member/on-client-registered.consumer.js';
import { PointsAccountController } from './member/points-account/points-account.controller.js';
import { pointsAccount } from './member/points-account/points-account.projection.js';
import { PointsAccountQuery } from './member/points-account/points-account.query.js';
import { PointsExplanationController } from './member/points-explanation/points-explanation.controller.js';
import { PointsExplanationQuery } from './member/points-explanation/points-explanation.query.js';
import { ReversePointsOnGoodsReturned } from './member/reverse-points/on-goods-returned.consumer.js';
import { ReversePointsHandler } from './member/reverse-points/reverse-points.handler.js';
import { ReverseReferralPointsOnReferralReversed } from './member/reverse-referral-points/on-referral-reversed.consumer.js';
import { ReverseReferralPointsHandler } from './member/reverse-referral-points/reverse-referral-points.handler.js';
import { NoLinkedMember1700000000300 } from './migrations/1700000000300-no-linked-member.js';
import { memberPublisher } from './publishing/member.publisher.js';

@Module({
  imports: [
    service({
      name: 'membership',
      publisher: memberPublisher,
      views: [clientStream, pointsAccount, ...knownLinkSlices.views],
      migrations: [NoLinkedMember1700000000300],
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
    ...knownLinkSlices.controllers,
  ],
  providers: [
    EnrolMemberHandler,
    EarnPointsHandler,
    ReversePointsHandler,
    EarnReferralPointsHandler,
    ReverseReferralPointsHandler,
    PointsAccountQuery,
    PointsExplanationQuery,
    ...knownLinkSlices.providers,
  ],
})
export class MembershipModule {}
