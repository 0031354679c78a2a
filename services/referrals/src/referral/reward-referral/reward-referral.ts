import type { Decide } from '#libs/event-sourcing';
import { doubtOf, type OneOfHers } from '../doubts.js';
import type { ReferralEvent } from '../referral.events.js';
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
  readonly timeZone: string;
  readonly visitedAt: string;
  readonly visitedOn: string;
  /** Position in visits' log, which has a client's visits and returns in the order they are told in. */
  readonly toldPosition: number;
}

/**
 * The first visit an introduced client pays for rewards her and who introduced her. The first of one whom nobody
 * introduced is noted. Every other changes nothing, and is not recorded, for there are too many of them. It must change
 * nothing when it is told again later, too: so what was told before a reward was undone never earns the next. It earns the
 * same whether she is read together with others or not; that only decides whether it is given.
 */
export const rewardReferral =
  (
    policy: RewardPolicy,
    others: readonly OneOfHers[] = [],
  ): Decide<RewardReferral, Referral, ReferralEvent> =>
  ({ data: visit }, referral) => {
    switch (referral.status) {
      case 'unknown':
        return [firstVisitNoted(visit)];
      case 'introduced':
        return canEarn(referral, visit) ? earned(referral, visit, policy, others) : [];
      case 'visited':
      case 'rewarded':
      case 'withheld':
        return [];
    }
  };

type Introduced = Extract<Referral, { status: 'introduced' }>;

const canEarn = ({ undone, earnsAfter }: Introduced, { visitId, toldPosition }: PaidVisit): boolean =>
  toldPosition > earnsAfter && !undone.includes(visitId);

const firstVisitNoted = ({ clientId, visitId, storeId, visitedAt }: PaidVisit): ReferralEvent => ({
  type: 'FirstVisitNoted',
  occurredAt: visitedAt,
  storeId,
  data: { clientId, visitId },
});

/** Given, unless she was no new client, as it is known of all who are one person with her. */
const earned = (
  introduced: Introduced,
  { visitId, storeId, timeZone, visitedAt: occurredAt, visitedOn }: PaidVisit,
  { version: policyVersion, introducerPoints, introducedPoints }: RewardPolicy,
  others: readonly OneOfHers[],
): ReferralEvent[] => {
  const { referralId, introducerId, introducedId } = introduced;
  const rewards = [
    { clientId: introducerId, points: introducerPoints },
    { clientId: introducedId, points: introducedPoints },
  ];
  const data = { referralId, introducerId, introducedId, storeId, visitId, timeZone, rewards };
  const fact = { occurredAt, storeId, policyVersion };
  const given: ReferralEvent = {
    type: 'ReferralRewarded',
    ...fact,
    data: { ...data, rewardedOn: visitedOn },
  };
  const reason = doubtOf(introduced, others);
  return [
    {
      type: 'ReferralQualified',
      occurredAt,
      storeId,
      data: { referralId, storeId, visitId, visitedOn },
    },
    reason === null
      ? given
      : { type: 'RewardWithheld', ...fact, data: { ...data, reason, withheldOn: visitedOn } },
  ];
};
