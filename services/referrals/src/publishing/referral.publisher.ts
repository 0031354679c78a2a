import { referralIntroduced } from '#contracts/referrals/referral-introduced.v1';
import { referralReversed } from '#contracts/referrals/referral-reversed.v1';
import { referralRewarded } from '#contracts/referrals/referral-rewarded.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { ReferralEvent } from '../referral/referral.events.js';

export const referralPublisher: Publisher<ReferralEvent> = {
  FirstVisitNoted: kept,
  ReferralIntroduced: ({ data, occurredAt }) =>
    tell(referralIntroduced, { ...data, introducedAt: occurredAt }),
  ReferralQualified: kept,
  ReferralRewarded: ({ data }) => tell(referralRewarded, data),
  ReferralReversed: ({ data: { toldPosition: _, ...told } }) => tell(referralReversed, told),
};
