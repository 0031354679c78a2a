import type { Aggregate } from '#libs/event-sourcing';
import type {
  FollowUpPlanEvent,
  FollowUpPlanned,
  PlannedTask,
  TaskHeldBack,
  TaskTold,
} from './follow-up-plan.events.js';

export type TaskStatus = 'planned' | 'due' | 'held-back' | 'done' | 'missed' | 'withdrawn';

export interface Task extends PlannedTask, TaskTold {
  readonly timeZone: string;
  readonly visitCompletedAt: string;
  readonly status: TaskStatus;
  /** What was held back: behind whom, and whether it had fallen due. */
  readonly held: { readonly behindId: string; readonly wasDue: boolean } | null;
  readonly attempts: number;
  readonly lastTriedAt: string | null;
}

/** All follow-ups of one client. */
export interface FollowUpPlan {
  /** When each visit heard of was completed, by visit id. */
  readonly visits: ReadonlyMap<string, string>;
  /** By task id. */
  readonly tasks: ReadonlyMap<string, Task>;
  /** She was erased. */
  readonly ended: boolean;
}

/** One stream per client, named by her id, so that her visits and tasks are ordered. */
export const followUpPlan: Aggregate<FollowUpPlan, FollowUpPlanEvent> = {
  category: 'follow-up-plan',
  initial: { visits: new Map(), tasks: new Map(), ended: false },
  evolve: (plan, event) => {
    switch (event.type) {
      case 'FollowUpPlanned':
        return withTasks(withVisit(plan, event.data.visitId, event.occurredAt), event);
      case 'FollowUpSkipped':
        return withVisit(plan, event.data.visitId, event.occurredAt);
      case 'FollowUpsEnded':
        return { ...plan, ended: true };
      case 'TaskFellDue':
        return changed(plan, event.data, { status: 'due' });
      case 'TaskMissed':
        return changed(plan, event.data, { status: 'missed' });
      case 'TaskWithdrawn':
        return changed(plan, event.data, { status: 'withdrawn' });
      case 'TaskHeldBack':
        return heldBack(plan, event.data);
      case 'TaskResumed':
        return changed(plan, event.data, { status: event.data.wasDue ? 'due' : 'planned', held: null });
      case 'ContactTried':
        return changed(plan, event.data, { attempts: event.data.attempt, lastTriedAt: event.occurredAt });
      case 'ContactMade':
        return changed(plan, event.data, { status: 'done' });
    }
  },
};

/** To be done now. */
export const isOpen = ({ status }: Task): boolean => status === 'planned' || status === 'due';

/** Still to be done, now or when it is no longer held back. */
export const isPending = (task: Task): boolean => isOpen(task) || task.status === 'held-back';

/** What facts tell of a task. */
export const toldOf = ({ taskId, visitId, clientId, storeId, day, dueOn }: Task): TaskTold => ({
  taskId,
  visitId,
  clientId,
  storeId,
  day,
  dueOn,
});

const withVisit = (plan: FollowUpPlan, visitId: string, completedAt: string): FollowUpPlan => ({
  ...plan,
  visits: new Map(plan.visits).set(visitId, completedAt),
});

const withTasks = (plan: FollowUpPlan, { data, occurredAt }: FollowUpPlanned): FollowUpPlan => {
  const { visitId, clientId, storeId, timeZone } = data;
  const of = { visitId, clientId, storeId, timeZone, visitCompletedAt: occurredAt };
  const tasks = new Map(plan.tasks);
  for (const task of data.tasks) {
    tasks.set(task.taskId, { ...task, ...of, status: 'planned', held: null, attempts: 0, lastTriedAt: null });
  }
  return { ...plan, tasks };
};

const heldBack = (plan: FollowUpPlan, { behindId, ...task }: TaskHeldBack['data']): FollowUpPlan => {
  const wasDue = plan.tasks.get(task.taskId)?.status === 'due';
  return changed(plan, task, { status: 'held-back', held: { behindId, wasDue } });
};

const changed = (plan: FollowUpPlan, { taskId }: TaskTold, change: Partial<Task>): FollowUpPlan => {
  const task = plan.tasks.get(taskId);
  if (task === undefined) return plan;
  return { ...plan, tasks: new Map(plan.tasks).set(taskId, { ...task, ...change }) };
};
