import type { DomainEvent } from '#libs/event-sourcing';

/** Why somebody is a member: she was asked and agreed, or the enrolment policy enrols whoever is seen so. */
export type EnrolmentReason = 'asked' | 'registered' | 'visit' | 'referral';

export type MemberEnrolled = DomainEvent<
  'MemberEnrolled',
  { clientId: string; storeId: string; reason: EnrolmentReason }
>;

/** What one line of a bill earned. Lines that earned nothing are kept too, so that they can be explained. */
export interface EarnedLine {
  lineId: string;
  paidMinor: number;
  points: number;
  ruleId: string;
}

interface OfMember {
  clientId: string;
  storeId: string;
}

/** `balance` is what the member has after the fact; days are the store's. */
export type VisitEarning = OfMember & {
  reason: 'visit';
  /** The visit. */
  sourceId: string;
  currency: string;
  lines: EarnedLine[];
  points: number;
  balance: number;
  earnedOn: string;
};

/** A referral may earn again, for another visit, when the one before was undone. */
interface OfReward {
  /** The referral. */
  sourceId: string;
  /** The visit it is rewarded for. Older facts do not name it. */
  visitId?: string;
  /** How often it had been given for that visit, and taken back, before; left out at first. */
  again?: number;
}

export type ReferralEarning = OfMember &
  OfReward & {
    reason: 'referral';
    points: number;
    balance: number;
    earnedOn: string;
  };

/** One fact per visit, with its lines inside (ADR 6). `policyVersion` is the earning policy's. */
export type PointsEarned = DomainEvent<'PointsEarned', VisitEarning | ReferralEarning>;

export type EarningSkipped = DomainEvent<
  'EarningSkipped',
  OfMember &
    (
      | {
          reason: 'less-than-a-point';
          /** The visit. */
          sourceId: string;
          currency: string;
          lines: EarnedLine[];
          skippedOn: string;
        }
      | (OfReward & {
          /** The reversal was heard before the reward. */
          reason: 'reversed-already';
          skippedOn: string;
        })
    )
>;

export type VisitReversal = OfMember & {
  reason: 'visit';
  sourceId: string;
  returnId: string;
  /** Points taken back, above zero, of lines that had any. */
  lines: { lineId: string; points: number }[];
  points: number;
  balance: number;
  /** The policy that let the balance fall below zero; null when it did not. */
  debtPolicyVersion: string | null;
  reversedOn: string;
};

export type ReferralReversal = OfMember &
  OfReward & {
    reason: 'referral';
    points: number;
    balance: number;
    debtPolicyVersion: string | null;
    reversedOn: string;
  };

/** `policyVersion` is that of the earning policy that had earned the points. */
export type PointsReversed = DomainEvent<'PointsReversed', VisitReversal | ReferralReversal>;

export type ReversalSkipped = DomainEvent<
  'ReversalSkipped',
  OfMember &
    (
      | { reason: 'unknown-visit' | 'nothing-earned'; sourceId: string; returnId: string; skippedOn: string }
      | (OfReward & { reason: 'not-rewarded-yet'; skippedOn: string })
    )
>;

export type MemberEvent = MemberEnrolled | PointsEarned | EarningSkipped | PointsReversed | ReversalSkipped;
