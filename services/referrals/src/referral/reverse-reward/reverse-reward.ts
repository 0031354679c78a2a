import type { Decide } from '#libs/event-sourcing';
import type { ReferralEvent } from '../referral.events.js';
import { hasEarned, type Referral } from '../referral.js';

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

/** Takes back, once, what the visit earned; what was withheld is not given any more. One that earned nothing changes nothing. */
export const reverseReward: Decide<ReverseReward, Referral, ReferralEvent> = ({ data }, referral) => {
  const { visitId, returnedAt: occurredAt, returnedOn: reversedOn, toldPosition } = data;
  if (!hasEarned(referral) || referral.reward.visitId !== visitId) return [];
  const { referralId, introducerId, introducedId, reward } = referral;
  const { storeId, rewards, given } = reward;
  if (referral.status === 'withheld')
    return [{ type: 'RewardForgone', occurredAt, storeId, data: { referralId, visitId, toldPosition } }];
  const taken = {
    referralId,
    introducerId,
    introducedId,
    storeId,
    visitId,
    ...(given > 1 ? { again: given - 1 } : {}),
    rewards,
    reversedOn,
    toldPosition,
  };
  return [{ type: 'ReferralReversed', occurredAt, storeId, data: taken }];
};
