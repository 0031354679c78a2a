import { clientStreams, whoseStream } from '#libs/service';
import type { MemberEvent } from '../member/member.events.js';

export const clientStream = clientStreams<MemberEvent>({
  MemberEnrolled: whoseStream,
  PointsEarned: whoseStream,
  EarningSkipped: whoseStream,
  PointsReversed: whoseStream,
  ReversalSkipped: whoseStream,
});
