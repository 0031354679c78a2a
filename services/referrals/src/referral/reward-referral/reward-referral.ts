import type { Decide } from '#libs/event-sourcing';
import type { Introduction, ReferralEvent } from '../referral.events.js';
import type { Referral } from '../referral.js';
import type { RewardPolicy } from './reward-policy.js';

/** A client paid for a visit. */
export class RewardReferral {
  constructor(readonly data: PaidVisit) {}
}

export interface PaidVisit {
  readonly clientId: string;
  readonly visitId: string;
  readonly storeId: string;
  readonly visitedAt: string;
  readonly visitedOn: string;
}

/**
 * The first visit an introduced client pays for rewards her and who introduced her. The first of one whom nobody
 * introduced is noted. Every other changes nothing, and is not recorded: there are too many of them, and the state
 * already tells why.
 */
export const rewardReferral =
  (policy: RewardPolicy): Decide<RewardReferral, Referral, ReferralEvent> =>
  ({ data: visit }, referral) => {
    switch (referral.status) {
      case 'unknown':
        return [firstVisitNoted(visit)];
      case 'introduced':
        return referral.undone.includes(visit.visitId) ? [] : rewarded(referral, visit, policy);
      case 'visited':
      case 'rewarded':
        return [];
    }
  };

const firstVisitNoted = ({ clientId, visitId, storeId, visitedAt }: PaidVisit): ReferralEvent => ({
  type: 'FirstVisitNoted',
  occurredAt: visitedAt,
  storeId,
  data: { clientId, visitId },
});

const rewarded = (
  { referralId, introducerId, introducedId }: Introduction,
  { visitId, storeId, visitedAt: occurredAt, visitedOn }: PaidVisit,
  { version: policyVersion, introducerPoints, introducedPoints }: RewardPolicy,
): ReferralEvent[] => {
  const qualified = { referralId, storeId, visitId, visitedOn };
  const rewards = [
    { clientId: introducerId, points: introducerPoints },
    { clientId: introducedId, points: introducedPoints },
  ];
  const given = { referralId, introducerId, introducedId, storeId, visitId, rewards, rewardedOn: visitedOn };
  return [
    { type: 'ReferralQualified', occurredAt, storeId, data: qualified },
    { type: 'ReferralRewarded', occurredAt, storeId, policyVersion, data: given },
  ];
};
