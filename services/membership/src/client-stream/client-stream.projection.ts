import { clientStreams, whoseStream } from '#libs/service';
import type { KnownLinkEvent } from '../known-link/known-link.events.js';
import type { MembershipFact } from '../publishing/member.publisher.js';

const both = ({ data: { survivorId, mergedId } }: KnownLinkEvent): readonly string[] => [
  survivorId,
  mergedId,
];

export const clientStream = clientStreams<MembershipFact>({
  MemberEnrolled: whoseStream,
  PointsEarned: whoseStream,
  EarningSkipped: whoseStream,
  PointsReversed: whoseStream,
  ReversalSkipped: whoseStream,
  LinkLearned: both,
  LinkUnlearned: both,
});
