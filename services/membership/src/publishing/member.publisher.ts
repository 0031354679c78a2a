import { memberEnrolled } from '#contracts/membership/member-enrolled.v1';
import { pointsEarned } from '#contracts/membership/points-earned.v1';
import { pointsReversed } from '#contracts/membership/points-reversed.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { MemberEvent } from '../member/member.events.js';

export const memberPublisher: Publisher<MemberEvent> = {
  MemberEnrolled: ({ data: { clientId, storeId }, occurredAt: enrolledAt }) =>
    tell(memberEnrolled, { clientId, storeId, enrolledAt }),
  PointsEarned: ({ data: { clientId, storeId, reason, sourceId, points, balance, earnedOn } }) =>
    tell(pointsEarned, { clientId, storeId, reason, sourceId, points, balance, earnedOn }),
  PointsReversed: ({ data: { clientId, storeId, reason, sourceId, points, balance, reversedOn } }) =>
    tell(pointsReversed, { clientId, storeId, reason, sourceId, points, balance, reversedOn }),
  EarningSkipped: kept,
  ReversalSkipped: kept,
};
