import { bothLinked, clientStreams, whoseStream } from '#libs/service';
import type { MembershipFact } from '../publishing/member.publisher.js';

export const clientStream = clientStreams<MembershipFact>({
  MemberEnrolled: whoseStream,
  PointsEarned: whoseStream,
  EarningSkipped: whoseStream,
  PointsReversed: whoseStream,
  ReversalSkipped: whoseStream,
  LinkLearned: bothLinked,
  LinkUnlearned: bothLinked,
});
