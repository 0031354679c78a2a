import { bothLinked, clientStreams, whoseStream } from '#libs/service';
import type { FollowUpFact } from '../publishing/follow-up.publisher.js';

export const clientStream = clientStreams<FollowUpFact>({
  FollowUpPlanned: whoseStream,
  FollowUpSkipped: whoseStream,
  FollowUpsEnded: whoseStream,
  TaskFellDue: whoseStream,
  TaskMissed: whoseStream,
  TaskWithdrawn: whoseStream,
  TaskHeldBack: whoseStream,
  TaskResumed: whoseStream,
  ContactTried: whoseStream,
  ContactMade: whoseStream,
  LinkLearned: bothLinked,
  LinkUnlearned: bothLinked,
});
