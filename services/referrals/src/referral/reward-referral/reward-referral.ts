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
  /** Position in visits' log, which has a client's visits and returns in the order they are told in. */
  readonly toldPosition: number;
}

/**
 * The first visit an introduced client pays for rewards her and who introduced her. The first of one whom nobody
 * introduced is noted. Every other changes nothing, and is not recorded, for there are too many of them. It must change
 * nothing when it is told again later, too: so what was told before a reward was undone never earns the next.
 */
export const rewardReferral =
  (policy: RewardPolicy): Decide<RewardReferral, Referral, ReferralEvent> =>
  ({ data: visit }, referral) => {
    switch (referral.status) {
      case 'unknown':
        return [firstVisitNoted(visit)];
      case 'introduced':
        return canEarn(referral, visit) ? rewarded(referral, visit, policy) : [];
      case 'visited':
      case 'rewarded':
        return [];
    }
  };

const canEarn = (
  { undone, earnsAfter }: Extract<Referral, { status: 'introduced' }>,
  { visitId, toldPosition }: PaidVisit,
): boolean => toldPosition > earnsAfter && !undone.includes(visitId);

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
