import { contactMade } from '#contracts/follow-ups/contact-made.v1';
import { taskMissWithdrawn } from '#contracts/follow-ups/task-miss-withdrawn.v1';
import { taskMissed } from '#contracts/follow-ups/task-missed.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { KnownLinkEvent } from '#libs/service';
import type { FollowUpPlanEvent } from '../follow-up-plan/follow-up-plan.events.js';

/** Everything that this service records. */
export type FollowUpFact = FollowUpPlanEvent | KnownLinkEvent;

export const followUpPublisher: Publisher<FollowUpFact> = {
  FollowUpPlanned: kept,
  FollowUpSkipped: kept,
  FollowUpsEnded: kept,
  TaskFellDue: kept,
  TaskMissed: ({ data: { dueOn, ...task } }) => tell(taskMissed, { ...task, missedOn: dueOn }),
  TaskWithdrawn: ({ data: { dueOn, wasMissed, reason, cameInVisitId, ...task } }) =>
    wasMissed ? tell(taskMissWithdrawn, { ...task, missedOn: dueOn }) : kept(),
  TaskHeldBack: kept,
  TaskResumed: kept,
  ContactTried: kept,
  ContactMade: ({ data: { dueOn, outcome, ...task } }) => tell(contactMade, task),
  LinkLearned: kept,
  LinkUnlearned: kept,
};
