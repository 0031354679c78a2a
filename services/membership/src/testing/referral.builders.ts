import { EarnReferralPoints } from '../member/earn-referral-points/earn-referral-points.js';
import type {
  EarningSkipped,
  PointsEarned,
  PointsReversed,
  ReferralEarning,
  ReferralReversal,
  ReversalSkipped,
} from '../member/member.events.js';
import { ReverseReferralPoints } from '../member/reverse-referral-points/reverse-referral-points.js';
import { clientId } from './member.builders.js';

const storeId = 'sh-01';
const referralId = '01900000-0000-7000-8000-0000000000e1';
/** The visit of the introduced client that the reward is for. */
export const visitId = '01900000-0000-7000-8000-0000000000e2';
export const nextVisitId = '01900000-0000-7000-8000-0000000000e3';
const who = { clientId, storeId };

/** Of which giving a fact is; the first one of the visit when left out. */
type Skipped = Pick<ReferralEarning, 'visitId' | 'again'>;

const REWARDED = '2026-03-02T02:00:00.000Z';
const UNDONE = '2026-03-06T02:00:00.000Z';

export const rewarding = (data: Partial<EarnReferralPoints['data']> = {}): EarnReferralPoints =>
  new EarnReferralPoints({
    ...who,
    referralId,
    visitId,
    points: 50,
    occurredAt: REWARDED,
    rewardedOn: '2026-03-02',
    ...data,
  });

export const referralEarned = (data: Partial<ReferralEarning> = {}): PointsEarned => ({
  type: 'PointsEarned',
  occurredAt: REWARDED,
  storeId: data.storeId ?? storeId,
  data: {
    ...who,
    reason: 'referral',
    sourceId: referralId,
    visitId,
    points: 50,
    balance: 50,
    earnedOn: '2026-03-02',
    ...data,
  },
});

export const referralEarningSkipped = (visit: Skipped = { visitId }): EarningSkipped => ({
  type: 'EarningSkipped',
  occurredAt: REWARDED,
  storeId,
  data: { ...who, reason: 'reversed-already', sourceId: referralId, ...visit, skippedOn: '2026-03-02' },
});

export const unrewarding = (data: Partial<ReverseReferralPoints['data']> = {}): ReverseReferralPoints =>
  new ReverseReferralPoints({
    ...who,
    referralId,
    visitId,
    occurredAt: UNDONE,
    reversedOn: '2026-03-06',
    ...data,
  });

export const referralReversed = (data: Partial<ReferralReversal> = {}): PointsReversed => ({
  type: 'PointsReversed',
  occurredAt: UNDONE,
  storeId: data.storeId ?? storeId,
  data: {
    ...who,
    reason: 'referral',
    sourceId: referralId,
    visitId,
    points: 50,
    balance: 0,
    debtPolicyVersion: null,
    reversedOn: '2026-03-06',
    ...data,
  },
});

export const referralReversalSkipped = (visit: Skipped = { visitId }): ReversalSkipped => ({
  type: 'ReversalSkipped',
  occurredAt: UNDONE,
  storeId,
  data: { ...who, reason: 'not-rewarded-yet', sourceId: referralId, ...visit, skippedOn: '2026-03-06' },
});
