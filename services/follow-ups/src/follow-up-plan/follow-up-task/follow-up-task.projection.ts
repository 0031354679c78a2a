import { ignored, type Projection } from '#libs/event-sourcing';
import type { FollowUpPlanEvent, Outcome } from '../follow-up-plan.events.js';
import type { TaskStatus } from '../follow-up-plan.js';

export interface FollowUpTaskRow {
  taskId: string;
  clientId: string;
  storeId: string;
  visitId: string;
  /** Who served, and so follows up. */
  staffId: string | null;
  day: number;
  dueOn: string;
  dueAt: string;
  endsAt: string;
  status: TaskStatus;
  /** Calls that nobody answered. */
  attempts: number;
  outcome: Outcome | null;
  doneOn: string | null;
}

type Rows = Parameters<(typeof followUpTask)['on']['TaskMissed']>[1];

export const followUpTask: Projection<FollowUpPlanEvent, FollowUpTaskRow> = {
  name: 'follow_up_task',
  of: ['follow-up-plan'],
  columns: {
    taskId: 'text',
    clientId: 'text not null',
    storeId: 'text not null',
    visitId: 'text not null',
    staffId: 'text',
    day: 'integer not null',
    dueOn: 'text not null', // as text a day sorts as it should, and any cursor can be compared with it
    dueAt: 'timestamptz not null',
    endsAt: 'timestamptz not null',
    status: 'text not null',
    attempts: 'integer not null',
    outcome: 'text',
    doneOn: 'text',
  },
  key: 'taskId',
  store: 'storeId',
  indexes: ['"dueOn", "taskId"', '"storeId", status, "dueOn", "taskId"'],
  reads: (event) => ('taskId' in event.data ? [event.data.taskId] : []),
  on: {
    FollowUpPlanned: ({ data: { tasks, timeZone, ...visit } }, rows) => {
      for (const { onlyIfNotCome, ...task } of tasks) {
        rows.set(task.taskId, { ...task, ...visit, ...untouched });
      }
    },
    FollowUpSkipped: ignored,
    FollowUpsEnded: ignored,
    TaskFellDue: ({ data }, rows) => change(rows, data.taskId, { status: 'due' }),
    TaskMissed: ({ data }, rows) => change(rows, data.taskId, { status: 'missed' }),
    TaskWithdrawn: ({ data }, rows) => change(rows, data.taskId, { status: 'withdrawn' }),
    TaskHeldBack: ({ data }, rows) => change(rows, data.taskId, { status: 'held-back' }),
    TaskResumed: ({ data }, rows) => change(rows, data.taskId, { status: data.wasDue ? 'due' : 'planned' }),
    ContactTried: ({ data }, rows) =>
      change(rows, data.taskId, { attempts: data.attempt, outcome: 'no-answer' }),
    ContactMade: ({ data }, rows) =>
      change(rows, data.taskId, { status: 'done', outcome: data.outcome, doneOn: data.madeOn }),
  },
};

const untouched = { status: 'planned', attempts: 0, outcome: null, doneOn: null } as const;

const change = (rows: Rows, taskId: string, changed: Partial<FollowUpTaskRow>): void =>
  rows.set(taskId, { ...rows.get(taskId)!, ...changed });
