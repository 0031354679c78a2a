import type { ICommand } from '@nestjs/cqrs';
import { ignored } from '#libs/event-sourcing';
import { timers, type Timer } from '#libs/service';
import { FallDue } from './fall-due/fall-due.js';
import type { FollowUpPlanEvent, TaskTold } from './follow-up-plan.events.js';
import { MissTask } from './miss-task/miss-task.js';

/** Each task falls due when its day begins, and is missed when that day ends, unless it is done or withdrawn before. */
export const followUpTimers = timers<FollowUpPlanEvent>({
  FollowUpPlanned: ({ data: { clientId, tasks } }, timer) => {
    for (const { taskId, dueAt, endsAt } of tasks) {
      const data = { clientId, taskId };
      timer.set(dueKey(taskId), { key: dueKey(taskId), dueAt, name: 'fall-due', data });
      timer.set(endKey(taskId), { key: endKey(taskId), dueAt: endsAt, name: 'miss-task', data });
    }
  },
  FollowUpSkipped: ignored,
  TaskFellDue: ({ data }, timer) => timer.delete(dueKey(data.taskId)),
  TaskMissed: ({ data }, timer) => clear(data, timer),
  TaskWithdrawn: ({ data }, timer) => clear(data, timer),
  ContactTried: ignored,
  ContactMade: ({ data }, timer) => clear(data, timer),
});

export const commandForTimer = ({ name, data }: Timer): ICommand => {
  const task = data as { clientId: string; taskId: string };
  return name === 'fall-due' ? new FallDue(task) : new MissTask(task);
};

const dueKey = (taskId: string): string => `${taskId} falls due`;
const endKey = (taskId: string): string => `${taskId} ends`;

const clear = ({ taskId }: TaskTold, timer: { delete(key: string): void }): void => {
  timer.delete(dueKey(taskId));
  timer.delete(endKey(taskId));
};
