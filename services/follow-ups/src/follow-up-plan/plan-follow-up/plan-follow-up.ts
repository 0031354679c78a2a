import { addDays, dayOf, startOfDay } from '#libs/calendar';
import { derivedId } from '#libs/event-store';
import type { Decide } from '#libs/event-sourcing';
import type { FollowUpPlanEvent, PlannedTask, TaskWithdrawn } from '../follow-up-plan.events.js';
import { isPending, toldOf, type FollowUpPlan, type Task } from '../follow-up-plan.js';
import type { FollowUpPolicy } from './follow-up-policy.js';

export class PlanFollowUp {
  constructor(
    readonly data: {
      readonly visitId: string;
      readonly clientId: string;
      readonly storeId: string;
      readonly timeZone: string;
      readonly lines: readonly ServedLine[];
      readonly completedAt: string;
      /** When we learn of the visit. */
      readonly now: string;
    },
  ) {}
}

interface ServedLine {
  readonly paidMinor: number;
  readonly staffId: string | null;
}

type Visit = PlanFollowUp['data'];

/** Plans the contacts after a visit, and withdraws those that it shows to be unneeded, in whatever order visits are told. */
export const planFollowUp =
  (policy: FollowUpPolicy): Decide<PlanFollowUp, FollowUpPlan, FollowUpPlanEvent> =>
  ({ data }, plan) => {
    if (plan.visits.has(data.visitId)) return [];
    return [...withdrawals(data, plan, policy), planned(data, plan, policy)];
  };

const planned = (visit: Visit, plan: FollowUpPlan, policy: FollowUpPolicy): FollowUpPlanEvent => {
  const { visitId, clientId, storeId, timeZone, completedAt: occurredAt } = visit;
  const fact = { occurredAt, storeId, policyVersion: policy.version };
  if (plan.ended) return { ...fact, type: 'FollowUpSkipped', data: { visitId, reason: 'erased' } };
  const ahead = surelyPast(visit, policy) ? [] : tasksOf(visit, policy).filter(endsAfter(visit.now));
  const tasks = ahead.filter((task) => !(task.onlyIfNotCome && hasComeSince(visit, task, plan)));
  if (tasks.length > 0) {
    const staffId = whoServed(visit.lines);
    return {
      ...fact,
      type: 'FollowUpPlanned',
      data: { visitId, clientId, staffId, storeId, timeZone, tasks },
    };
  }
  const reason = ahead.length > 0 ? 'came-again' : 'already-past';
  return { ...fact, type: 'FollowUpSkipped', data: { visitId, reason } };
};

const tasksOf = ({ visitId, timeZone, completedAt }: Visit, policy: FollowUpPolicy): PlannedTask[] => {
  const visitedOn = dayOf(completedAt, timeZone);
  return policy.days.map((day) => {
    const dueOn = addDays(visitedOn, day);
    return {
      taskId: derivedId(visitId, `day ${day}`),
      day,
      dueOn,
      dueAt: startOfDay(dueOn, timeZone),
      endsAt: startOfDay(addDays(dueOn, 1), timeZone),
      onlyIfNotCome: policy.onlyIfNotCome.includes(day),
    };
  });
};

const endsAfter =
  (now: string) =>
  ({ endsAt }: PlannedTask): boolean =>
    endsAt > now;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Imported history comes by the ten thousand, and asking the calendar costs half a millisecond a visit. */
const surelyPast = ({ completedAt, now }: Visit, { days }: FollowUpPolicy): boolean =>
  Date.parse(completedAt) + (Math.max(...days) + 2) * DAY_MS < Date.parse(now);

const hasComeSince = ({ completedAt }: Visit, task: PlannedTask, { visits }: FollowUpPlan): boolean =>
  [...visits.values()].some((came) => completedAt < came && came < task.endsAt);

/** A task that was missed before we learned that she had come is withdrawn too: nobody failed to call her. */
const withdrawals = (visit: Visit, plan: FollowUpPlan, { version }: FollowUpPolicy): TaskWithdrawn[] =>
  [...plan.tasks.values()].filter(unneededAfter(visit)).map((task) => ({
    type: 'TaskWithdrawn',
    occurredAt: visit.now,
    storeId: task.storeId,
    policyVersion: version,
    data: {
      ...toldOf(task),
      reason: 'came-again',
      cameInVisitId: visit.visitId,
      wasMissed: task.status === 'missed',
      withdrawnOn: dayOf(visit.now, task.timeZone),
    },
  }));

const unneededAfter =
  ({ completedAt }: Visit) =>
  (task: Task): boolean =>
    task.onlyIfNotCome &&
    (isPending(task) || task.status === 'missed') &&
    task.visitCompletedAt < completedAt &&
    completedAt < task.endsAt;

/** Who served follows up (FU-04): of the lines that name somebody, the one most was paid for; the first of equals. */
const whoServed = (lines: readonly ServedLine[]): string | null =>
  lines.reduce<ServedLine>(
    (most, line) =>
      line.staffId !== null && (most.staffId === null || line.paidMinor > most.paidMinor) ? line : most,
    { paidMinor: 0, staffId: null },
  ).staffId;
