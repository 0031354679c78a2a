import type { Decide } from '#libs/event-sourcing';
import { enrolled } from '../enrolment-policy.js';
import type { MemberEvent } from '../member.events.js';
import type { Member } from '../member.js';
import { rewardFor } from '../rewards.js';

export class EarnReferralPoints {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly referralId: string;
      /** The visit that the referral is rewarded for. */
      readonly visitId: string;
      /** How often it had been given for that visit before; left out at first. */
      readonly again?: number;
      readonly points: number;
      readonly occurredAt: string;
      readonly rewardedOn: string;
    },
  ) {}
}

/**
 * A referral rewards a member once for a visit; not at all when that reward's reversal was heard first. How much, and
 * whether another visit earns again, is for referrals to say.
 */
export const earnReferralPoints: Decide<EarnReferralPoints, Member, MemberEvent> = ({ data }, member) => {
  const { clientId, storeId, referralId: sourceId, visitId, again, points, occurredAt, rewardedOn } = data;
  const known = rewardFor(member.rewards, { sourceId, visitId, again });
  if (typeof known === 'number') return [];
  const enrolment = enrolled(member, data, 'referral');
  if (known === 'reversed-first') {
    const skipped = {
      clientId,
      storeId,
      reason: 'reversed-already',
      sourceId,
      visitId,
      again,
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
    visitId,
    again,
    points,
    balance,
    earnedOn: rewardedOn,
  } as const;
  return [...enrolment, { type: 'PointsEarned', occurredAt, storeId, data: earned }];
};
