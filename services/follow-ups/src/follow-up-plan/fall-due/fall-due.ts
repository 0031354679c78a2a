import type { Decide } from '#libs/event-sourcing';
import type { FollowUpPlanEvent } from '../follow-up-plan.events.js';
import { toldOf, type FollowUpPlan } from '../follow-up-plan.js';

export class FallDue {
  constructor(readonly data: { readonly clientId: string; readonly taskId: string }) {}
}

/** The day of a task has begun; it occurs then, however late the timer is. */
export const fallDue: Decide<FallDue, FollowUpPlan, FollowUpPlanEvent> = ({ data }, { tasks }) => {
  const task = tasks.get(data.taskId);
  if (task?.status !== 'planned') return [];
  return [{ type: 'TaskFellDue', occurredAt: task.dueAt, storeId: task.storeId, data: toldOf(task) }];
};
