import type { Decide } from '#libs/event-sourcing';
import { debtPolicyFor, type DebtPolicy } from '../debt-policy.js';
import type { MemberEvent } from '../member.events.js';
import type { Member } from '../member.js';
import { rewardFor } from '../rewards.js';

export class ReverseReferralPoints {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly referralId: string;
      /** The visit that the referral was rewarded for. */
      readonly visitId: string;
      /** How often it had been given for that visit before; left out at first. */
      readonly again?: number;
      readonly occurredAt: string;
      readonly reversedOn: string;
    },
  ) {}
}

/** Takes back exactly what the referral had earned her for that visit; what comes before its reward is remembered for it. */
export const reverseReferralPoints =
  (debt: DebtPolicy): Decide<ReverseReferralPoints, Member, MemberEvent> =>
  ({ data }, member) => {
    const { clientId, storeId, referralId: sourceId, visitId, again, occurredAt, reversedOn } = data;
    const points = rewardFor(member.rewards, { sourceId, visitId, again });
    if (points === undefined) {
      const skipped = {
        clientId,
        storeId,
        reason: 'not-rewarded-yet',
        sourceId,
        visitId,
        again,
        skippedOn: reversedOn,
      } as const;
      return [{ type: 'ReversalSkipped', occurredAt, storeId, data: skipped }];
    }
    if (points === 'reversed-first' || points === 0) return [];
    const balance = member.balance - points;
    const debtPolicyVersion = debtPolicyFor(balance, debt);
    const moved = {
      reason: 'referral',
      sourceId,
      visitId,
      again,
      points,
      balance,
      debtPolicyVersion,
    } as const;
    return [
      { type: 'PointsReversed', occurredAt, storeId, data: { clientId, storeId, ...moved, reversedOn } },
    ];
  };
