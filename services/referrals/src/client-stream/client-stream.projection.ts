import { bothLinked, clientStreams, nobody } from '#libs/service';
import type { ReferralFact } from '../publishing/referral.publisher.js';

interface OfBoth {
  data: { introducerId: string; introducedId: string };
}
const both = ({ data: { introducerId, introducedId } }: OfBoth): readonly string[] => [
  introducerId,
  introducedId,
];

export const clientStream = clientStreams<ReferralFact>({
  FirstVisitNoted: ({ data }) => [data.clientId],
  ReferralIntroduced: both,
  ReferralQualified: nobody,
  RewardWithheld: both,
  RewardForgone: nobody,
  ReferralRewarded: both,
  ReferralReversed: both,
  LinkLearned: bothLinked,
  LinkUnlearned: bothLinked,
});
