import type {
  AnswerDueSoon,
  BreachWithdrawn,
  ComplaintAnswered,
  ComplaintBreached,
  ComplaintClosed,
  ComplaintOpened,
} from '../complaint/complaint.events.js';
import type { StoreLearned } from '../known-store/known-store.events.js';

export const complaintId = '01900000-0000-7000-8000-0000000000e1';
const clientId = '01900000-0000-7000-8000-00000000000c';
const storeId = 'sh-01';
const told = { complaintId, storeId, clientId };

/** When it is opened, when its answer is due, and a moment before that: 2 March 2026, 10:00 in Shanghai. */
export const openedAt = '2026-03-01T02:00:00.000Z';
export const dueAt = '2026-03-02T02:00:00.000Z';
export const justInTime = '2026-03-02T01:59:59.999Z';

export const aStoreLearned = (): StoreLearned => ({
  type: 'StoreLearned',
  occurredAt: '2026-02-01T00:00:00.000Z',
  storeId,
  data: { storeId, timeZone: 'Asia/Shanghai' },
});

export const complaintOpened = (data: Partial<ComplaintOpened['data']> = {}): ComplaintOpened => ({
  type: 'ComplaintOpened',
  occurredAt: openedAt,
  storeId,
  policyVersion: 'answer-clock@1',
  data: {
    ...told,
    visitId: null,
    channel: 'phone',
    category: 'attitude',
    timeZone: 'Asia/Shanghai',
    openedOn: '2026-03-01',
    warnAt: '2026-03-01T22:00:00.000Z',
    dueAt,
    ...data,
  },
});

export const answerDueSoon = (): AnswerDueSoon => ({
  type: 'AnswerDueSoon',
  occurredAt: '2026-03-01T22:00:00.000Z',
  storeId,
  data: { ...told, dueAt },
});

export const complaintBreached = (): ComplaintBreached => ({
  type: 'ComplaintBreached',
  occurredAt: dueAt,
  storeId,
  data: { ...told, breachedAt: dueAt, breachedOn: '2026-03-02' },
});

export const breachWithdrawn = (occurredAt: string, withdrawnOn: string): BreachWithdrawn => ({
  type: 'BreachWithdrawn',
  occurredAt,
  storeId,
  data: { ...told, breachedAt: dueAt, breachedOn: '2026-03-02', withdrawnOn },
});

export const complaintAnswered = (occurredAt = justInTime, answeredOn = '2026-03-02'): ComplaintAnswered => ({
  type: 'ComplaintAnswered',
  occurredAt,
  storeId,
  data: { ...told, answeredOn },
});

/** At 11:00 on 3 March in Shanghai. */
export const complaintClosed = (data: Partial<ComplaintClosed['data']> = {}): ComplaintClosed => ({
  type: 'ComplaintClosed',
  occurredAt: '2026-03-03T03:00:00.000Z',
  storeId,
  data: { ...told, resolution: 'settled', closedOn: '2026-03-03', ...data },
});
