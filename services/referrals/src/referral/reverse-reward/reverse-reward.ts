import type { Decide } from '#libs/event-sourcing';
import type { ReferralEvent } from '../referral.events.js';
import type { Referral } from '../referral.js';

/** Nothing stays paid of a visit. */
export class ReverseReward {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly visitId: string;
      readonly returnedAt: string;
      readonly returnedOn: string;
      /** Position in visits' log. */
      readonly toldPosition: number;
    },
  ) {}
}

/** Takes back, once, what the visit earned. One that earned nothing, or whose reward is taken back, changes nothing. */
export const reverseReward: Decide<ReverseReward, Referral, ReferralEvent> = ({ data }, referral) => {
  const { visitId, returnedAt: occurredAt, returnedOn: reversedOn, toldPosition } = data;
  if (referral.status !== 'rewarded' || referral.reward.visitId !== visitId) return [];
  const { referralId, introducerId, introducedId, reward } = referral;
  const { storeId, rewards } = reward;
  const taken = {
    referralId,
    introducerId,
    introducedId,
    storeId,
    visitId,
    rewards,
    reversedOn,
    toldPosition,
  };
  return [{ type: 'ReferralReversed', occurredAt, storeId, data: taken }];
};
