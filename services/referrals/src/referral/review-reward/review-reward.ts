import { dayOf } from '#libs/calendar';
import type { Decide } from '#libs/event-sourcing';
import { doubtOf, type OneOfHers } from '../doubts.js';
import type { Doubt, ReferralEvent } from '../referral.events.js';
import { hasEarned, type EarnedReferral, type Referral } from '../referral.js';

/** Who is one person with her, or what happened to one of hers, may have changed. */
export class ReviewReward {
  constructor(readonly data: { readonly clientId: string; readonly reviewedAt: string }) {}
}

/** Takes back what was given to one who was no new client after all; gives it when that was a mistake. */
export const reviewReward =
  (others: readonly OneOfHers[]): Decide<ReviewReward, Referral, ReferralEvent> =>
  ({ data: { reviewedAt } }, referral) => {
    if (!hasEarned(referral)) return [];
    const doubt = doubtOf(referral, others);
    if (doubt === null) return referral.status === 'withheld' ? [given(referral, reviewedAt)] : [];
    return referral.status === 'rewarded' ? [takenBack(referral, doubt, reviewedAt)] : [];
  };

const earnedBy = (
  { referralId, introducerId, introducedId, reward }: EarnedReferral,
  givenBefore: number,
) => ({
  ...{ referralId, introducerId, introducedId },
  ...{ storeId: reward.storeId, visitId: reward.visitId, rewards: reward.rewards, timeZone: reward.timeZone },
  ...(givenBefore === 0 ? {} : { again: givenBefore }),
});

const given = (referral: EarnedReferral, occurredAt: string): ReferralEvent => {
  const { storeId, policyVersion, given } = referral.reward;
  const data = { ...earnedBy(referral, given), rewardedOn: dayThere(referral, occurredAt) };
  return { type: 'ReferralRewarded', occurredAt, storeId, policyVersion, data };
};

const takenBack = (referral: EarnedReferral, reason: Doubt, occurredAt: string): ReferralEvent => {
  const { storeId, given } = referral.reward;
  const data = { ...earnedBy(referral, given - 1), reason, reversedOn: dayThere(referral, occurredAt) };
  return { type: 'ReferralReversed', occurredAt, storeId, data };
};

/** Of a reward from before facts named the zone, by UTC. */
const dayThere = ({ reward: { timeZone = 'UTC' } }: EarnedReferral, at: string): string =>
  dayOf(at, timeZone);
