import type { Decide } from '#libs/event-sourcing';
import { debtPolicyFor, type DebtPolicy } from '../debt-policy.js';
import { pointsFor, policyOf, type EarningPolicy } from '../earning-policy.js';
import type { MemberEvent, PointsReversed, ReversalSkipped } from '../member.events.js';
import type { Member, VisitPoints } from '../member.js';

export class ReversePoints {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly visitId: string;
      readonly returnId: string;
      /** What stays paid of a line after this and all earlier returns. */
      readonly lines: readonly { readonly lineId: string; readonly stillPaidMinor: number }[];
      readonly occurredAt: string;
      readonly returnedOn: string;
    },
  ) {}
}

/**
 * A returned line keeps what it would have earned for what stays paid, under the rule that earned it; the difference is
 * taken back. Several returns of a line therefore add up exactly, and a full return leaves nothing of it.
 */
export const reversePoints =
  (policies: readonly EarningPolicy[], debt: DebtPolicy): Decide<ReversePoints, Member, MemberEvent> =>
  ({ data }, member) => {
    if (member.returns.has(data.returnId)) return [];
    const visit = member.visits.get(data.visitId);
    if (visit === undefined) return [skipped(data, 'unknown-visit')];
    const lines = lostBy(data, visit, policyOf(policies, visit.policyVersion));
    if (lines.length === 0) return [skipped(data, 'nothing-earned')];
    return [reversed(data, lines, visit.policyVersion, member.balance, debt)];
  };

/** A line never gains by a return: one that is heard after a later one takes nothing. */
const lostBy = ({ lines }: ReversePoints['data'], { points }: VisitPoints, policy: EarningPolicy) =>
  lines
    .map(({ lineId, stillPaidMinor }) => ({
      lineId,
      points: (points.get(lineId) ?? 0) - pointsFor(policy, stillPaidMinor),
    }))
    .filter((line) => line.points > 0);

const reversed = (
  { clientId, storeId, visitId, returnId, occurredAt, returnedOn }: ReversePoints['data'],
  lines: { lineId: string; points: number }[],
  policyVersion: string,
  before: number,
  debt: DebtPolicy,
): PointsReversed => {
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  const balance = before - points;
  return {
    type: 'PointsReversed',
    occurredAt,
    storeId,
    policyVersion,
    data: {
      ...{ clientId, storeId, reason: 'visit', sourceId: visitId, returnId, lines, points, balance },
      debtPolicyVersion: debtPolicyFor(balance, debt),
      reversedOn: returnedOn,
    },
  };
};

const skipped = (
  { clientId, storeId, visitId, returnId, occurredAt, returnedOn }: ReversePoints['data'],
  reason: 'unknown-visit' | 'nothing-earned',
): ReversalSkipped => ({
  type: 'ReversalSkipped',
  occurredAt,
  storeId,
  data: { clientId, storeId, reason, sourceId: visitId, returnId, skippedOn: returnedOn },
});
