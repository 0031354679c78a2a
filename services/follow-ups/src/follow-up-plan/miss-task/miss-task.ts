import type { Decide } from '#libs/event-sourcing';
import type { FollowUpPlanEvent } from '../follow-up-plan.events.js';
import { isOpen, toldOf, type FollowUpPlan } from '../follow-up-plan.js';

export class MissTask {
  constructor(readonly data: { readonly clientId: string; readonly taskId: string }) {}
}

/** The day of a task has ended without a contact; it occurs then, however late the timer is. */
export const missTask: Decide<MissTask, FollowUpPlan, FollowUpPlanEvent> = ({ data }, { tasks }) => {
  const task = tasks.get(data.taskId);
  if (task === undefined || !isOpen(task)) return [];
  return [{ type: 'TaskMissed', occurredAt: task.endsAt, storeId: task.storeId, data: toldOf(task) }];
};
