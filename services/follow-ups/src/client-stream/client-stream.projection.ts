import { clientStreams, whoseStream } from '#libs/service';
import type { FollowUpPlanEvent } from '../follow-up-plan/follow-up-plan.events.js';

export const clientStream = clientStreams<FollowUpPlanEvent>({
  FollowUpPlanned: whoseStream,
  FollowUpSkipped: whoseStream,
  TaskFellDue: whoseStream,
  TaskMissed: whoseStream,
  TaskWithdrawn: whoseStream,
  ContactTried: whoseStream,
  ContactMade: whoseStream,
});
