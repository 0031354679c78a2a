import { clientStreams, nobody } from '#libs/service';
import type { ReferralEvent } from '../referral/referral.events.js';

interface OfBoth {
  data: { introducerId: string; introducedId: string };
}
const both = ({ data: { introducerId, introducedId } }: OfBoth): readonly string[] => [
  introducerId,
  introducedId,
];

export const clientStream = clientStreams<ReferralEvent>({
  FirstVisitNoted: ({ data }) => [data.clientId],
  ReferralIntroduced: both,
  ReferralQualified: nobody,
  ReferralRewarded: both,
  ReferralReversed: both,
});
