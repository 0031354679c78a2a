import type { Decide } from '#libs/event-sourcing';
import { enrolled } from '../enrolment-policy.js';
import type { MemberEvent } from '../member.events.js';
import type { Member } from '../member.js';

export class EarnReferralPoints {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly referralId: string;
      readonly points: number;
      readonly occurredAt: string;
      readonly rewardedOn: string;
    },
  ) {}
}

/** A referral rewards a member once; not at all when its reversal was heard first. How much is for referrals to say. */
export const earnReferralPoints: Decide<EarnReferralPoints, Member, MemberEvent> = ({ data }, member) => {
  const known = member.referrals.get(data.referralId);
  if (typeof known === 'number') return [];
  const { clientId, storeId, referralId: sourceId, points, occurredAt, rewardedOn } = data;
  const enrolment = enrolled(member, data, 'referral');
  if (known === 'reversed-first') {
    const skipped = {
      clientId,
      storeId,
      reason: 'reversed-already',
      sourceId,
      skippedOn: rewardedOn,
    } as const;
    return [...enrolment, { type: 'EarningSkipped', occurredAt, storeId, data: skipped }];
  }
  const balance = member.balance + points;
  const earned = {
    clientId,
    storeId,
    reason: 'referral',
    sourceId,
    points,
    balance,
    earnedOn: rewardedOn,
  } as const;
  return [...enrolment, { type: 'PointsEarned', occurredAt, storeId, data: earned }];
};
