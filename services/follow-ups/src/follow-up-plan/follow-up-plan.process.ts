import type { ICommand } from '@nestjs/cqrs';
import { ignored } from '#libs/event-sourcing';
import { timers, type Timer } from '#libs/service';
import { FallDue } from './fall-due/fall-due.js';
import type { FollowUpPlanEvent, TaskTold } from './follow-up-plan.events.js';
import { MissTask } from './miss-task/miss-task.js';

/** Each task falls due when its day begins, and is missed when that day ends, unless it is done or withdrawn before. */
export const followUpTimers = timers<FollowUpPlanEvent>(
  {
    FollowUpPlanned: ({ data: { clientId, tasks } }, timer) => {
      for (const task of tasks) {
        setDue(task, clientId, timer);
        setEnd(task, clientId, timer);
      }
    },
    FollowUpSkipped: ignored,
    FollowUpsEnded: ignored, // what it ends is withdrawn
    TaskFellDue: ({ data }, timer) => timer.delete(dueKey(data.taskId)),
    TaskMissed: ({ data }, timer) => clear(data, timer),
    TaskWithdrawn: ({ data }, timer) => clear(data, timer),
    TaskHeldBack: ({ data }, timer) => clear(data, timer),
    TaskResumed: ({ data: { clientId, taskId, dueAt, endsAt, wasDue } }, timer) => {
      if (!wasDue) setDue({ taskId, dueAt }, clientId, timer);
      setEnd({ taskId, endsAt }, clientId, timer);
    },
    ContactTried: ignored,
    ContactMade: ({ data }, timer) => clear(data, timer),
  },
  ['follow-up-plan'],
);

export const commandForTimer = ({ name, data }: Timer): ICommand => {
  const task = data as { clientId: string; taskId: string };
  return name === 'fall-due' ? new FallDue(task) : new MissTask(task);
};

const dueKey = (taskId: string): string => `${taskId} falls due`;
const endKey = (taskId: string): string => `${taskId} ends`;

type Timers = Parameters<(typeof followUpTimers)['on']['TaskMissed']>[1];

/**
 * The same key when a task goes on after it was held back: a timer that led to a fact is not set again, and one that led to
 * none may fire.
 */
const setDue = (
  { taskId, dueAt }: { taskId: string; dueAt: string },
  clientId: string,
  timer: Timers,
): void =>
  timer.set(dueKey(taskId), { key: dueKey(taskId), dueAt, name: 'fall-due', data: { clientId, taskId } });

const setEnd = (
  { taskId, endsAt }: { taskId: string; endsAt: string },
  clientId: string,
  timer: Timers,
): void =>
  timer.set(endKey(taskId), {
    ...{ key: endKey(taskId), dueAt: endsAt, name: 'miss-task', data: { clientId, taskId } },
  });

const clear = ({ taskId }: TaskTold, timer: Timers): void => {
  timer.delete(dueKey(taskId));
  timer.delete(endKey(taskId));
};
