import { EarnPoints } from '../member/earn-points/earn-points.js';
import type {
  EarningSkipped,
  MemberEnrolled,
  PointsEarned,
  PointsReversed,
  ReversalSkipped,
  VisitEarning,
  VisitReversal,
} from '../member/member.events.js';
import { ReversePoints } from '../member/reverse-points/reverse-points.js';

export const clientId = '01900000-0000-7000-8000-00000000000c';
const storeId = 'sh-01';
const visitId = '01900000-0000-7000-8000-00000000000a';
const returnId = '01900000-0000-7000-8000-0000000000f1';
const ruleId = 'amount';
const who = { clientId, storeId };

const VISITED = '2026-03-01T02:00:00.000Z';
const RETURNED = '2026-03-05T02:00:00.000Z';

export const aMemberEnrolled = (data: Partial<MemberEnrolled['data']> = {}): MemberEnrolled => ({
  type: 'MemberEnrolled',
  occurredAt: '2026-02-20T02:00:00.000Z',
  storeId,
  policyVersion: 'enrolment@1',
  data: { ...who, reason: 'registered', ...data },
});

/** A facial for 298.00 yuan, cream for 199.99 and a sample for 0.99. */
export const earning = (data: Partial<EarnPoints['data']> = {}): EarnPoints =>
  new EarnPoints({
    ...who,
    visitId,
    currency: 'CNY',
    lines: [
      { lineId: 'facial', paidMinor: 29_800 },
      { lineId: 'cream', paidMinor: 19_999 },
      { lineId: 'sample', paidMinor: 99 },
    ],
    occurredAt: VISITED,
    completedOn: '2026-03-01',
    ...data,
  });

export const pointsEarned = (data: Partial<VisitEarning> = {}): PointsEarned => ({
  type: 'PointsEarned',
  occurredAt: VISITED,
  storeId: data.storeId ?? storeId,
  policyVersion: 'earning@1',
  data: {
    ...who,
    reason: 'visit',
    sourceId: visitId,
    currency: 'CNY',
    lines: [
      { lineId: 'facial', paidMinor: 29_800, points: 298, ruleId },
      { lineId: 'cream', paidMinor: 19_999, points: 199, ruleId },
      { lineId: 'sample', paidMinor: 99, points: 0, ruleId },
    ],
    points: 497,
    balance: 497,
    earnedOn: '2026-03-01',
    ...data,
  },
});

/** The visit was for the sample only. */
export const earningSkipped = (): EarningSkipped => ({
  type: 'EarningSkipped',
  occurredAt: VISITED,
  storeId,
  policyVersion: 'earning@1',
  data: {
    ...who,
    reason: 'less-than-a-point',
    sourceId: visitId,
    currency: 'CNY',
    lines: [{ lineId: 'sample', paidMinor: 99, points: 0, ruleId }],
    skippedOn: '2026-03-01',
  },
});

/** The cream comes back, all of it. */
export const reversing = (data: Partial<ReversePoints['data']> = {}): ReversePoints =>
  new ReversePoints({
    ...who,
    visitId,
    returnId,
    lines: [{ lineId: 'cream', stillPaidMinor: 0 }],
    occurredAt: RETURNED,
    returnedOn: '2026-03-05',
    ...data,
  });

export const pointsReversed = (data: Partial<VisitReversal> = {}): PointsReversed => ({
  type: 'PointsReversed',
  occurredAt: RETURNED,
  storeId,
  policyVersion: 'earning@1',
  data: {
    ...who,
    reason: 'visit',
    sourceId: visitId,
    returnId,
    lines: [{ lineId: 'cream', points: 199 }],
    points: 199,
    balance: 298,
    debtPolicyVersion: null,
    reversedOn: '2026-03-05',
    ...data,
  },
});

export const reversalSkipped = ({
  reason = 'nothing-earned',
}: { reason?: 'unknown-visit' | 'nothing-earned' } = {}): ReversalSkipped => ({
  type: 'ReversalSkipped',
  occurredAt: RETURNED,
  storeId,
  data: { ...who, reason, sourceId: visitId, returnId, skippedOn: '2026-03-05' },
});
