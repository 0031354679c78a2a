import { dayOf } from '#libs/calendar';
import type { Decide } from '#libs/event-sourcing';
import type { FollowUpPlanEvent, TaskWithdrawn } from '../follow-up-plan.events.js';
import { isPending, toldOf, type FollowUpPlan, type Task } from '../follow-up-plan.js';

export class EndFollowUps {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly erasedAt: string;
      /** When we learn of it. */
      readonly now: string;
    },
  ) {}
}

/** Nobody can call one of whom nothing is known any more: what was still to be done when she was erased is withdrawn. */
export const endFollowUps: Decide<EndFollowUps, FollowUpPlan, FollowUpPlanEvent> = ({ data }, plan) => {
  if (plan.ended) return [];
  const { clientId, storeId, erasedAt: occurredAt, now } = data;
  const undone = [...plan.tasks.values()].filter(
    (task) => (isPending(task) || task.status === 'missed') && occurredAt < task.endsAt,
  );
  return [
    { type: 'FollowUpsEnded', occurredAt, storeId, data: { clientId } },
    ...undone.map((task) => withdrawn(task, now)),
  ];
};

const withdrawn = (task: Task, now: string): TaskWithdrawn => ({
  ...{ type: 'TaskWithdrawn', occurredAt: now, storeId: task.storeId },
  data: {
    ...toldOf(task),
    reason: 'erased',
    cameInVisitId: null,
    wasMissed: task.status === 'missed',
    withdrawnOn: dayOf(now, task.timeZone),
  },
});
