import { contactMade } from '#contracts/follow-ups/contact-made.v1';
import { taskMissWithdrawn } from '#contracts/follow-ups/task-miss-withdrawn.v1';
import { taskMissed } from '#contracts/follow-ups/task-missed.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { FollowUpPlanEvent } from '../follow-up-plan/follow-up-plan.events.js';

export const followUpPublisher: Publisher<FollowUpPlanEvent> = {
  FollowUpPlanned: kept,
  FollowUpSkipped: kept,
  TaskFellDue: kept,
  TaskMissed: ({ data: { dueOn, ...task } }) => tell(taskMissed, { ...task, missedOn: dueOn }),
  TaskWithdrawn: ({ data: { dueOn, wasMissed, reason, cameInVisitId, ...task } }) =>
    wasMissed ? tell(taskMissWithdrawn, { ...task, missedOn: dueOn }) : kept(),
  ContactTried: kept,
  ContactMade: ({ data: { dueOn, outcome, ...task } }) => tell(contactMade, task),
};
