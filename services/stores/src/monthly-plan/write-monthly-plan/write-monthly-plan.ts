import { Rejection, type Decide } from '#libs/event-sourcing';
import type { MonthlyPlanEvent, Target } from '../monthly-plan.events.js';
import { dueBetween, overAt, type MonthlyPlan } from '../monthly-plan.js';

export class WriteMonthlyPlan {
  constructor(
    readonly data: {
      readonly storeId: string;
      readonly month: string;
      readonly targets: readonly Target[];
      readonly writtenAt: string;
    },
  ) {}
}

/** A plan that is late is taken, and stays late. A month that is over cannot be planned any more. */
export const writeMonthlyPlan =
  (timeZone: string): Decide<WriteMonthlyPlan, MonthlyPlan, MonthlyPlanEvent> =>
  ({ data: { storeId, month, targets, writtenAt: occurredAt } }, plan) => {
    const written = plan.status === 'written' ? plan : undefined;
    if (written !== undefined && JSON.stringify(written.targets) === JSON.stringify(targets)) return [];
    if (occurredAt >= overAt(month, timeZone)) {
      throw new Rejection('month-over', 'This month is over; it cannot be planned any more.', {
        storeId,
        month,
      });
    }
    checkTargets(targets);
    const dueAt = dueBetween(month, timeZone).until;
    const late = written?.late ?? occurredAt >= dueAt;
    const version = (written?.version ?? 0) + 1;
    const data = { storeId, month, version, targets, dueAt, late };
    return [{ type: 'MonthlyPlanWritten', occurredAt, storeId, data }];
  };

const checkTargets = (targets: readonly Target[]): void => {
  const metrics = targets.map(({ metric }) => metric);
  const metric = metrics.find((one, at) => metrics.indexOf(one) !== at);
  if (metric === undefined) return;
  throw new Rejection('target-twice', 'Each metric has one target.', { metric });
};
