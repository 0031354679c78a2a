import type {
  FirstVisitNoted,
  ReferralIntroduced,
  ReferralQualified,
  ReferralReversed,
  ReferralRewarded,
  RewardForgone,
  RewardWithheld,
} from '../referral/referral.events.js';

const referralId = '01900000-0000-7000-8000-0000000000b1';
const introducerId = '01900000-0000-7000-8000-0000000000c1';
const introducedId = '01900000-0000-7000-8000-0000000000c2';

/** Paid for in another store than the one she was introduced in. */
export const aVisit = {
  clientId: introducedId,
  visitId: '01900000-0000-7000-8000-0000000000a1',
  storeId: 'sh-02',
  timeZone: 'Asia/Shanghai',
  visitedAt: '2026-03-01T02:00:00.000Z',
  visitedOn: '2026-03-01',
  toldPosition: 1,
};

const { visitId, storeId, timeZone, visitedAt, visitedOn } = aVisit;
const rewards = [
  { clientId: introducerId, points: 100 },
  { clientId: introducedId, points: 100 },
];

export const aFirstVisitNoted = (): FirstVisitNoted => ({
  type: 'FirstVisitNoted',
  occurredAt: visitedAt,
  storeId,
  data: { clientId: introducedId, visitId },
});

export const aReferralIntroduced = (data: Partial<ReferralIntroduced['data']> = {}): ReferralIntroduced => ({
  type: 'ReferralIntroduced',
  occurredAt: '2026-02-20T02:00:00.000Z',
  storeId: 'sh-01',
  data: { referralId, introducerId, introducedId, storeId: 'sh-01', ...data },
});

export const qualified = (data: Partial<ReferralQualified['data']> = {}): ReferralQualified => ({
  type: 'ReferralQualified',
  occurredAt: visitedAt,
  storeId,
  data: { referralId, storeId, visitId, visitedOn, ...data },
});

export const rewarded = (data: Partial<ReferralRewarded['data']> = {}): ReferralRewarded => ({
  type: 'ReferralRewarded',
  occurredAt: visitedAt,
  storeId,
  policyVersion: 'referral-reward@1',
  data: {
    referralId,
    introducerId,
    introducedId,
    storeId,
    visitId,
    timeZone,
    rewards,
    rewardedOn: visitedOn,
    ...data,
  },
});

export const withheld = (data: Partial<RewardWithheld['data']> = {}): RewardWithheld => ({
  type: 'RewardWithheld',
  occurredAt: visitedAt,
  storeId,
  policyVersion: 'referral-reward@1',
  data: {
    ...{ referralId, introducerId, introducedId, storeId, visitId, timeZone, rewards },
    ...{ reason: 'self-referral', withheldOn: visitedOn },
    ...data,
  },
});

export const forgone = (): RewardForgone => ({
  type: 'RewardForgone',
  occurredAt: '2026-03-05T02:00:00.000Z',
  storeId,
  data: { referralId, visitId, toldPosition: 5 },
});

/** At half past midnight of the 11th in Shanghai, when the two were found to be one. */
export const takenBack = (data: Partial<ReferralReversed['data']> = {}): ReferralReversed => ({
  type: 'ReferralReversed',
  occurredAt: '2026-03-10T16:30:00.000Z',
  storeId,
  data: {
    ...{ referralId, introducerId, introducedId, storeId, visitId, timeZone, rewards },
    ...{ reversedOn: '2026-03-11', reason: 'self-referral' },
    ...data,
  },
});

export const reversed = (data: Partial<ReferralReversed['data']> = {}): ReferralReversed => ({
  type: 'ReferralReversed',
  occurredAt: '2026-03-05T02:00:00.000Z',
  storeId,
  data: {
    referralId,
    introducerId,
    introducedId,
    storeId,
    visitId,
    rewards,
    reversedOn: '2026-03-05',
    toldPosition: 5,
    ...data,
  },
});
