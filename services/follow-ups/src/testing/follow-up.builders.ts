import { derivedId } from '#libs/event-store';
import type {
  ContactMade,
  ContactTried,
  FollowUpPlanned,
  FollowUpSkipped,
  FollowUpsEnded,
  PlannedTask,
  TaskFellDue,
  TaskHeldBack,
  TaskMissed,
  TaskResumed,
  TaskTold,
  TaskWithdrawn,
} from '../follow-up-plan/follow-up-plan.events.js';

export const visitId = '01900000-0000-7000-8000-00000000000a';
export const laterVisitId = '01900000-0000-7000-8000-00000000000b';
export const clientId = '01900000-0000-7000-8000-00000000000c';
const storeId = 'sh-01';

/** Days of Shanghai begin at 16:00 UTC of the day before. */
const startsAt = (date: number): string => `2026-03-${String(date - 1).padStart(2, '0')}T16:00:00.000Z`;

/** The task some days after 1 March 2026 in Shanghai, when she came at 10:00. */
export const aTask = (day: number, change: Partial<PlannedTask> = {}): PlannedTask => ({
  taskId: derivedId(visitId, `day ${day}`),
  day,
  dueOn: `2026-03-${String(day + 1).padStart(2, '0')}`,
  dueAt: startsAt(day + 1),
  endsAt: startsAt(day + 2),
  onlyIfNotCome: day === 7,
  ...change,
});

export const followUpPlanned = (data: Partial<FollowUpPlanned['data']> = {}): FollowUpPlanned => ({
  type: 'FollowUpPlanned',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId,
  policyVersion: 'follow-up-plan@1',
  data: {
    visitId,
    clientId,
    staffId: 'li',
    storeId,
    timeZone: 'Asia/Shanghai',
    tasks: [aTask(1), aTask(5), aTask(7)],
    ...data,
  },
});

export const followUpSkipped = (data: Partial<FollowUpSkipped['data']> = {}): FollowUpSkipped => ({
  type: 'FollowUpSkipped',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId,
  policyVersion: 'follow-up-plan@1',
  data: { visitId, reason: 'already-past', ...data },
});

export const followUpsEnded = ({ occurredAt }: { occurredAt: string }): FollowUpsEnded => ({
  type: 'FollowUpsEnded',
  occurredAt,
  storeId,
  data: { clientId },
});

const told = (day: number): TaskTold => {
  const { taskId, dueOn } = aTask(day);
  return { taskId, visitId, clientId, storeId, day, dueOn };
};

export const taskFellDue = (day: number): TaskFellDue => ({
  type: 'TaskFellDue',
  occurredAt: aTask(day).dueAt,
  storeId,
  data: told(day),
});

export const taskMissed = (day: number): TaskMissed => ({
  type: 'TaskMissed',
  occurredAt: aTask(day).endsAt,
  storeId,
  data: told(day),
});

/** She came again on 4 March at 10:00, and it was told at once. */
export const taskWithdrawn = (
  change: Partial<TaskWithdrawn['data']> & { occurredAt?: string } = {},
): TaskWithdrawn => {
  const { occurredAt = '2026-03-04T02:00:00.000Z', ...data } = change;
  return {
    type: 'TaskWithdrawn',
    occurredAt,
    storeId,
    policyVersion: 'follow-up-plan@1',
    data: {
      ...told(7),
      reason: 'came-again',
      cameInVisitId: laterVisitId,
      wasMissed: false,
      withdrawnOn: '2026-03-04',
      ...data,
    },
  };
};

export const behindId = '01900000-0000-7000-8000-0000000000cc';
/** At noon in Shanghai on the day after the visit. */
export const arrangedAt = '2026-03-02T04:00:00.000Z';

export const taskHeldBack = (day: number): TaskHeldBack => ({
  type: 'TaskHeldBack',
  occurredAt: arrangedAt,
  storeId,
  data: { ...told(day), behindId },
});

export const taskResumed = (day: number, wasDue = false): TaskResumed => {
  const { dueAt, endsAt } = aTask(day);
  const data = { ...told(day), dueAt, endsAt, wasDue };
  return { type: 'TaskResumed', occurredAt: arrangedAt, storeId, data };
};

export const contactTried = (day: number, attempt: number, occurredAt: string): ContactTried => ({
  type: 'ContactTried',
  occurredAt,
  storeId,
  data: { ...told(day), attempt },
});

/** At 11:00 on its day in Shanghai. */
export const contactMade = (day: number, change: Partial<ContactMade['data']> = {}): ContactMade => ({
  type: 'ContactMade',
  occurredAt: `${aTask(day).dueOn}T03:00:00.000Z`,
  storeId,
  data: { ...told(day), outcome: 'reached', madeOn: aTask(day).dueOn, ...change },
});
