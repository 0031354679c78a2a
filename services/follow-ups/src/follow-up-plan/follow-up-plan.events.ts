import type { DomainEvent } from '#libs/event-sourcing';

/** What becomes of calling a client. `no-answer` leaves the task to be done. */
export const OUTCOMES = ['reached', 'booked', 'declined', 'no-answer'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Reached = Exclude<Outcome, 'no-answer'>;

/** One contact to be made on a day of the store, some days after a visit. */
export interface PlannedTask {
  taskId: string;
  /** Days after the visit. */
  day: number;
  dueOn: string;
  /** When that day begins in the store. */
  dueAt: string;
  /** When the next day begins there. */
  endsAt: string;
  /** Not needed when she comes again before that day ends. */
  onlyIfNotCome: boolean;
}

/** Occurs when the visit was completed. */
export type FollowUpPlanned = DomainEvent<
  'FollowUpPlanned',
  {
    visitId: string;
    clientId: string;
    /** Who served her follows up; null when the bill names nobody. */
    staffId: string | null;
    storeId: string;
    timeZone: string;
    tasks: PlannedTask[];
  }
>;

/** A visit that leads to no task. Occurs when the visit was completed. */
export type FollowUpSkipped = DomainEvent<
  'FollowUpSkipped',
  { visitId: string; reason: 'already-past' | 'came-again' | 'erased' }
>;

/** She was erased: nobody can call her, so no visit leads to a task any more. Occurs when she was erased. */
export type FollowUpsEnded = DomainEvent<'FollowUpsEnded', { clientId: string }>;

/** A task, told again for those who read one of its facts alone. */
export interface TaskTold {
  taskId: string;
  visitId: string;
  clientId: string;
  storeId: string;
  day: number;
  dueOn: string;
}

/** Occurs when the day begins. */
export type TaskFellDue = DomainEvent<'TaskFellDue', TaskTold>;

/** The day ended without a contact. Occurs when it ended. */
export type TaskMissed = DomainEvent<'TaskMissed', TaskTold>;

/** She came again, or was erased, before the task's day ended. Occurs when we learned of it. */
export type TaskWithdrawn = DomainEvent<
  'TaskWithdrawn',
  TaskTold & {
    reason: 'came-again' | 'erased';
    /** The visit that shows it; null for who was erased. */
    cameInVisitId: string | null;
    /** It had been recorded as missed before we learned of it. */
    wasMissed: boolean;
    withdrawnOn: string;
  }
>;

/** Somebody called and nobody answered. */
export type ContactTried = DomainEvent<
  'ContactTried',
  TaskTold & {
    /** 1 for the first. */
    attempt: number;
  }
>;

/** Another record of the same person is followed up, so this task waits. Occurs when we learned of it. */
export type TaskHeldBack = DomainEvent<
  'TaskHeldBack',
  TaskTold & {
    /** The client whose follow-ups go on in its place. */
    behindId: string;
  }
>;

/** Nothing holds it back any more: it goes on where it was, be its day over. Occurs when we learned of it. */
export type TaskResumed = DomainEvent<
  'TaskResumed',
  TaskTold & {
    dueAt: string;
    endsAt: string;
    /** It had fallen due before it was held back. */
    wasDue: boolean;
  }
>;

export type ContactMade = DomainEvent<'ContactMade', TaskTold & { outcome: Reached; madeOn: string }>;

export type FollowUpPlanEvent =
  | FollowUpPlanned
  | FollowUpSkipped
  | FollowUpsEnded
  | TaskFellDue
  | TaskMissed
  | TaskWithdrawn
  | TaskHeldBack
  | TaskResumed
  | ContactTried
  | ContactMade;
