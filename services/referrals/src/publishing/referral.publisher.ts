import { referralIntroduced } from '#contracts/referrals/referral-introduced.v1';
import { referralReversed } from '#contracts/referrals/referral-reversed.v1';
import { referralRewarded } from '#contracts/referrals/referral-rewarded.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { KnownLinkEvent } from '#libs/service';
import type { ReferralEvent } from '../referral/referral.events.js';

/** Everything that this service records. */
export type ReferralFact = ReferralEvent | KnownLinkEvent;

export const referralPublisher: Publisher<ReferralFact> = {
  FirstVisitNoted: kept,
  ReferralIntroduced: ({ data, occurredAt }) =>
    tell(referralIntroduced, { ...data, introducedAt: occurredAt }),
  ReferralQualified: kept,
  RewardWithheld: kept,
  RewardForgone: kept,
  ReferralRewarded: ({ data: { timeZone: _, ...told } }) => tell(referralRewarded, told),
  ReferralReversed: ({ data: { toldPosition: _, timeZone: _zone, reason: _reason, ...told } }) =>
    tell(referralReversed, told),
  LinkLearned: kept,
  LinkUnlearned: kept,
};
