import type { ReportedMessage } from '../message/message.js';

type Of<Type extends ReportedMessage['type']> = Extract<ReportedMessage, { type: Type }>;

const visitId = '01900000-0000-7000-8000-00000000000a';
const clientId = '01900000-0000-7000-8000-00000000000c';
const otherId = '01900000-0000-7000-8000-00000000000d';
const storeId = 'sh-01';
const occurredAt = '2026-03-01T02:00:00.000Z';

/** A message of a type; what is given replaces the usual data. */
const told =
  <Type extends ReportedMessage['type']>(type: Type, usual: Of<Type>['data']) =>
  (data: Partial<Of<Type>['data']> = {}): Of<Type> =>
    ({ type, occurredAt, data: { ...usual, ...data } }) as unknown as Of<Type>;

export const storeOpened = told('stores.store-opened.v1', {
  storeId,
  name: 'Jing’an Temple',
  region: 'Shanghai',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  legalEntity: 'Liren Beauty Co., Ltd.',
  grade: 'A',
  openedAt: occurredAt,
});

export const storeChanged = told('stores.store-changed.v1', {
  storeId,
  effectiveFrom: '2026-05-01',
  name: 'Jing’an Garden',
});

export const visitCompleted = told('visits.visit-completed.v1', {
  visitId,
  clientId,
  storeId,
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  lines: [
    { lineId: 'facial', itemId: 'facial-60', quantity: 1, paidMinor: 29_800, staffId: 'li' },
    { lineId: 'cream', itemId: 'cream-50', quantity: 3, paidMinor: 19_999, staffId: null },
  ],
  paidMinor: 49_799,
  completedAt: occurredAt,
  completedOn: '2026-03-01',
});

export const goodsReturned = told('visits.goods-returned.v1', {
  returnId: otherId,
  visitId,
  clientId,
  storeId,
  lines: [{ lineId: 'cream', itemId: 'cream-50', quantity: 3, returnedMinor: 19_999, stillPaidMinor: 0 }],
  returnedMinor: 19_999,
  visitStillPaidMinor: 29_800,
  returnedAt: '2026-03-05T02:00:00.000Z',
  returnedOn: '2026-03-05',
});

const points = { clientId, storeId, reason: 'visit', sourceId: visitId } as const;
export const pointsEarned = told('membership.points-earned.v1', {
  ...points,
  points: 497,
  balance: 497,
  earnedOn: '2026-03-01',
});
export const pointsReversed = told('membership.points-reversed.v1', {
  ...points,
  points: 199,
  balance: 298,
  reversedOn: '2026-03-05',
});

const referral = {
  referralId: otherId,
  introducerId: otherId,
  introducedId: clientId,
  storeId,
  visitId,
  rewards: [],
};
export const referralRewarded = told('referrals.referral-rewarded.v1', {
  ...referral,
  rewardedOn: '2026-03-01',
});
export const referralReversed = told('referrals.referral-reversed.v1', {
  ...referral,
  reversedOn: '2026-03-05',
});

const task = { taskId: otherId, clientId, storeId, visitId, day: 1 };
export const contactMade = told('follow-ups.contact-made.v1', { ...task, madeOn: '2026-03-02' });
export const taskMissed = told('follow-ups.task-missed.v1', { ...task, missedOn: '2026-03-02' });

export const taskMissWithdrawn = told('follow-ups.task-miss-withdrawn.v1', {
  ...task,
  missedOn: '2026-03-02',
  withdrawnOn: '2026-03-04',
});

const complaint = { complaintId: otherId, clientId, storeId };
export const complaintOpened = told('complaints.complaint-opened.v1', {
  ...complaint,
  openedAt: occurredAt,
  openedOn: '2026-03-01',
  dueAt: '2026-03-02T02:00:00.000Z',
});
export const complaintBreached = told('complaints.complaint-breached.v1', {
  ...complaint,
  breachedAt: '2026-03-02T02:00:00.000Z',
  breachedOn: '2026-03-02',
});
export const complaintBreachWithdrawn = told('complaints.complaint-breach-withdrawn.v1', {
  ...complaint,
  breachedOn: '2026-03-02',
  withdrawnAt: '2026-03-03T02:00:00.000Z',
  withdrawnOn: '2026-03-03',
});

const link = { survivorId: clientId, mergedId: otherId, storeId };
export const clientsMerged = told('clients.clients-merged.v1', { ...link, mergedAt: occurredAt });
export const clientsUnmerged = told('clients.clients-unmerged.v1', { ...link, unmergedAt: occurredAt });
