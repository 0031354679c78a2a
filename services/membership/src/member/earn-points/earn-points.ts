import type { Decide } from '#libs/event-sourcing';
import { pointsFor, type EarningPolicy } from '../earning-policy.js';
import { enrolled } from '../enrolment-policy.js';
import type { EarningSkipped, MemberEvent, PointsEarned } from '../member.events.js';
import type { Member } from '../member.js';

export class EarnPoints {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly visitId: string;
      readonly currency: string;
      readonly lines: readonly { readonly lineId: string; readonly paidMinor: number }[];
      readonly occurredAt: string;
      readonly completedOn: string;
    },
  ) {}
}

/** A visit earns once, each of its lines by itself. Whoever is not a member yet becomes one. */
export const earnPoints =
  (policy: EarningPolicy): Decide<EarnPoints, Member, MemberEvent> =>
  ({ data }, member) =>
    member.visits.has(data.visitId)
      ? []
      : [...enrolled(member, data, 'visit'), earningOf(data, policy, member.balance)];

const earningOf = (
  { clientId, storeId, visitId, currency, lines, occurredAt, completedOn }: EarnPoints['data'],
  policy: EarningPolicy,
  balance: number,
): PointsEarned | EarningSkipped => {
  const earned = lines.map(({ lineId, paidMinor }) => ({
    lineId,
    paidMinor,
    points: pointsFor(policy, paidMinor),
    ruleId: policy.ruleId,
  }));
  const points = earned.reduce((sum, line) => sum + line.points, 0);
  const fact = { occurredAt, storeId, policyVersion: policy.version };
  const visit = { clientId, storeId, sourceId: visitId, currency, lines: earned };
  if (points === 0) {
    const data = { ...visit, reason: 'less-than-a-point', skippedOn: completedOn } as const;
    return { type: 'EarningSkipped', ...fact, data };
  }
  const data = {
    ...visit,
    reason: 'visit',
    points,
    balance: balance + points,
    earnedOn: completedOn,
  } as const;
  return { type: 'PointsEarned', ...fact, data };
};
