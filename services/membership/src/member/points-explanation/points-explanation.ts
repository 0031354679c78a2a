import type { Recorded } from '#libs/event-sourcing';
import { earningPolicies, policyOf } from '../earning-policy.js';
import type { EarnedLine, MemberEvent, VisitReversal } from '../member.events.js';
import {
  earnedSentences,
  returnedSentences,
  rewardedSentences,
  undoneSentences,
  type Sentences,
} from './sentences.js';

/** Why a balance is what it is: a line of a bill, or a referral, that gave or took points. */
export interface PointsEntry extends Sentences {
  /** When it happened. */
  at: string;
  kind: 'earned' | 'reversed';
  /** Below zero when reversed; zero for a line that was paid too little for a point. */
  points: number;
  visitId: string | null;
  /** The return that reversed points of a visit. */
  returnId: string | null;
  lineId: string | null;
  referralId: string | null;
  rule: string;
  policyVersion: string | null;
}

/** How much is rewarded is for referrals to say, so there is no policy of ours behind it. */
const REFERRAL_RULE = 'referral-reward';

/** What one fact did to the balance, line by line. Nothing else moves it, so the entries of all facts add up to it. */
export const entriesOf = (fact: Recorded<MemberEvent>): PointsEntry[] => {
  const { type, data, occurredAt: at } = fact;
  switch (type) {
    case 'MemberEnrolled':
    case 'ReversalSkipped':
      return [];
    case 'EarningSkipped':
      if (data.reason === 'reversed-already') return [];
      return data.lines.map(earnedEntry(fact, data, data.skippedOn));
    case 'PointsEarned':
      if (data.reason === 'visit') return data.lines.map(earnedEntry(fact, data, data.earnedOn));
      return [{ ...ofReferral(at, data, data.points), ...rewardedSentences(data.earnedOn, data.points) }];
    case 'PointsReversed':
      if (data.reason === 'visit') return data.lines.map(reversedEntry(fact, data));
      return [{ ...ofReferral(at, data, -data.points), ...undoneSentences(data.reversedOn, data.points) }];
  }
};

type Fact = Pick<Recorded<MemberEvent>, 'occurredAt' | 'policyVersion'>;

const earnedEntry = (
  { occurredAt: at, policyVersion }: Fact,
  { sourceId: visitId, currency }: { sourceId: string; currency: string },
  day: string,
): ((line: EarnedLine) => PointsEntry) => {
  const { minorPerPoint } = policyOf(earningPolicies, policyVersion!);
  return ({ lineId, points, paidMinor, ruleId }) => ({
    ...{ at, kind: 'earned', points, visitId, returnId: null, lineId, referralId: null },
    ...{ rule: ruleId, policyVersion: policyVersion! },
    ...earnedSentences({ day, lineId, points, paidMinor, currency, minorPerPoint }),
  });
};

const reversedEntry = (
  { occurredAt: at, policyVersion }: Fact,
  { sourceId: visitId, returnId, reversedOn }: VisitReversal,
): ((line: VisitReversal['lines'][number]) => PointsEntry) => {
  const { ruleId } = policyOf(earningPolicies, policyVersion!);
  return ({ lineId, points }) => ({
    ...{ at, kind: 'reversed', points: -points, visitId, returnId, lineId, referralId: null },
    ...{ rule: ruleId, policyVersion: policyVersion! },
    ...returnedSentences(reversedOn, lineId, points),
  });
};

const ofReferral = (
  at: string,
  { sourceId: referralId }: { sourceId: string },
  points: number,
): Omit<PointsEntry, keyof Sentences> => ({
  ...{ at, kind: points < 0 ? 'reversed' : 'earned', points, referralId },
  ...{ visitId: null, returnId: null, lineId: null, rule: REFERRAL_RULE, policyVersion: null },
});
