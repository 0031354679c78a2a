import type { Decide } from '#libs/event-sourcing';
import type { FollowUpPlanEvent } from '../follow-up-plan.events.js';
import { isOpen, toldOf, type FollowUpPlan, type Task } from '../follow-up-plan.js';

/** Whose follow-ups go on, of all who are one person with her. */
export class ArrangeTasks {
  constructor(
    readonly data: {
      readonly clientId: string;
      /** The client who came last of them; herself where she did. */
      readonly turnOf: string;
      readonly arrangedAt: string;
    },
  ) {}
}

/** Holds back what she has to be called for while another record of hers is followed up; else lets it go on. */
export const arrangeTasks: Decide<ArrangeTasks, FollowUpPlan, FollowUpPlanEvent> = ({ data }, { tasks }) => {
  const { clientId, turnOf, arrangedAt } = data;
  const all = [...tasks.values()];
  return turnOf === clientId
    ? all.flatMap((task) => resumed(task, arrangedAt))
    : all.filter(isOpen).map((task) => heldBack(task, turnOf, arrangedAt));
};

const heldBack = (task: Task, behindId: string, occurredAt: string): FollowUpPlanEvent => ({
  ...{ type: 'TaskHeldBack', occurredAt, storeId: task.storeId },
  data: { ...toldOf(task), behindId },
});

const resumed = (task: Task, occurredAt: string): FollowUpPlanEvent[] => {
  if (task.status !== 'held-back') return [];
  const { dueAt, endsAt, storeId, held } = task;
  const data = { ...toldOf(task), dueAt, endsAt, wasDue: held!.wasDue };
  return [{ type: 'TaskResumed', occurredAt, storeId, data }];
};
