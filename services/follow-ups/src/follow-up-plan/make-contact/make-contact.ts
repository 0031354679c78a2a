import { dayOf } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { FollowUpPlanEvent, Outcome } from '../follow-up-plan.events.js';
import { toldOf, type FollowUpPlan, type Task } from '../follow-up-plan.js';

export class MakeContact {
  constructor(
    readonly data: { readonly taskId: string; readonly outcome: Outcome; readonly contactedAt: string },
  ) {}
}

/** A task is done by reaching the client before its day ends in the store; a call nobody answers is counted only. */
export const makeContact: Decide<MakeContact, FollowUpPlan, FollowUpPlanEvent> = ({ data }, { tasks }) => {
  const task = tasks.get(data.taskId);
  if (task === undefined) throw unknownTask(data.taskId);
  if (task.status === 'done') return [];
  refuseWithdrawn(task);
  refuseHeldBack(task);
  refuseMissed(task, data.contactedAt);
  return data.outcome === 'no-answer' ? tried(task, data) : made(task, data.outcome, data);
};

export const unknownTask = (taskId: string): Rejection =>
  new Rejection('unknown-task', 'There is no follow-up task with this id.', { taskId }, 'not-found');

const made = (
  task: Task,
  outcome: Exclude<Outcome, 'no-answer'>,
  { contactedAt }: MakeContact['data'],
): FollowUpPlanEvent[] => {
  const madeOn = dayOf(contactedAt, task.timeZone);
  const data = { ...toldOf(task), outcome, madeOn };
  return [{ type: 'ContactMade', occurredAt: contactedAt, storeId: task.storeId, data }];
};

const tried = (task: Task, { contactedAt }: MakeContact['data']): FollowUpPlanEvent[] => {
  if (task.lastTriedAt === contactedAt) return [];
  const data = { ...toldOf(task), attempt: task.attempts + 1 };
  return [{ type: 'ContactTried', occurredAt: contactedAt, storeId: task.storeId, data }];
};

const refuseWithdrawn = ({ status, taskId }: Task): void => {
  if (status !== 'withdrawn') return;
  throw new Rejection('task-withdrawn', 'This task is withdrawn: she has come again, or was erased.', {
    taskId,
  });
};

const refuseHeldBack = ({ held, taskId }: Task): void => {
  if (held === null) return;
  const sentence =
    'She is followed up after a later visit, under another record of hers: do the tasks of that.';
  throw new Rejection('task-held-back', sentence, { taskId, behindId: held.behindId });
};

/** Also before the timer has said so. */
const refuseMissed = ({ status, taskId, endsAt }: Task, contactedAt: string): void => {
  if (status !== 'missed' && contactedAt < endsAt) return;
  throw new Rejection('task-missed', 'The day of this task is over.', { taskId, endsAt });
};
