import { memberEnrolled } from '#contracts/membership/member-enrolled.v1';
import { pointsEarned } from '#contracts/membership/points-earned.v1';
import { pointsReversed } from '#contracts/membership/points-reversed.v1';
import type { KnownLinkEvent } from '#libs/service';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { MemberEvent } from '../member/member.events.js';

/** Everything that this service records. */
export type MembershipFact = MemberEvent | KnownLinkEvent;

export const memberPublisher: Publisher<MembershipFact> = {
  MemberEnrolled: ({ data: { clientId, storeId }, occurredAt: enrolledAt }) =>
    tell(memberEnrolled, { clientId, storeId, enrolledAt }),
  PointsEarned: ({ data: { clientId, storeId, reason, sourceId, points, balance, earnedOn } }) =>
    tell(pointsEarned, { clientId, storeId, reason, sourceId, points, balance, earnedOn }),
  PointsReversed: ({ data: { clientId, storeId, reason, sourceId, points, balance, reversedOn } }) =>
    tell(pointsReversed, { clientId, storeId, reason, sourceId, points, balance, reversedOn }),
  EarningSkipped: kept,
  ReversalSkipped: kept,
  LinkLearned: kept,
  LinkUnlearned: kept,
};
