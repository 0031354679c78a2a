import type { Aggregate } from '#libs/event-sourcing';
import type {
  Doubt,
  Introduction,
  ReferralEvent,
  ReferralReversed,
  ReferralRewarded,
  Reward,
  RewardWithheld,
} from './referral.events.js';

/** What a visit has earned, whether it is given or withheld. */
export interface Earned {
  readonly visitId: string;
  readonly storeId: string;
  readonly timeZone: string | undefined;
  readonly rewards: Reward[];
  /** The day it was given or withheld. */
  readonly rewardedOn: string;
  readonly policyVersion: string | null | undefined;
  /** How often it was given. */
  readonly given: number;
}

export interface Introduced extends Introduction {
  readonly introducedAt: string;
  /** Visits that earned a reward and were undone; none of them earns another. */
  readonly undone: readonly string[];
  /** Visits told up to here, a position in visits' log, were heard before the last reward was undone; they earn none. */
  readonly earnsAfter: number;
}

/** What happened to one client: everything about her is one stream, so it is decided in order. */
export type Referral =
  | { readonly status: 'unknown' }
  /** Nobody had introduced her when she first paid. */
  | { readonly status: 'visited'; readonly storeId: string | null; readonly visitedAt: string }
  | ({ readonly status: 'introduced' } & Introduced)
  | ({ readonly status: 'rewarded'; readonly reward: Earned } & Introduced)
  /** As rewarded, while she is read as one person with others and was no new client. */
  | ({ readonly status: 'withheld'; readonly reason: Doubt; readonly reward: Earned } & Introduced);

/** An introduction that a visit has earned something for. */
export type EarnedReferral = Extract<Referral, { reward: Earned }>;

export const hasEarned = (referral: Referral): referral is EarnedReferral => 'reward' in referral;

export const referral: Aggregate<Referral, ReferralEvent> = {
  category: 'referral',
  initial: { status: 'unknown' },
  storeOf: (state) => (state.status === 'unknown' ? null : state.storeId),
  evolve: (before, event) => {
    switch (event.type) {
      case 'FirstVisitNoted':
        return { status: 'visited', storeId: event.storeId ?? null, visitedAt: event.occurredAt };
      case 'ReferralIntroduced':
        return {
          status: 'introduced',
          undone: [],
          earnsAfter: 0,
          introducedAt: event.occurredAt,
          ...event.data,
        };
      case 'ReferralQualified':
        return before; // what follows from it is the next fact
      case 'ReferralRewarded':
        return rewarded(before, event);
      case 'RewardWithheld':
        return withheld(before, event);
      case 'ReferralReversed':
        return event.data.reason === undefined
          ? undone(before, event.data)
          : takenBack(before, event.data.reason, event.data.reversedOn);
      case 'RewardForgone':
        return undone(before, event.data);
    }
  },
};

const rewarded = (before: Referral, { data, policyVersion }: ReferralRewarded): Referral => {
  if (before.status !== 'introduced' && before.status !== 'withheld') return before;
  const { visitId, rewards, rewardedOn, storeId, timeZone, again = 0 } = data;
  const reward = { visitId, rewards, rewardedOn, storeId, timeZone, policyVersion, given: again + 1 };
  return { ...introducedOnly(before), status: 'rewarded', reward };
};

const withheld = (before: Referral, { data, policyVersion }: RewardWithheld): Referral => {
  if (before.status !== 'introduced') return before;
  const { visitId, rewards, withheldOn: rewardedOn, storeId, timeZone, reason } = data;
  const reward = { visitId, rewards, rewardedOn, storeId, timeZone, policyVersion, given: 0 };
  return { ...before, status: 'withheld', reason, reward };
};

const takenBack = (before: Referral, reason: Doubt, rewardedOn: string): Referral =>
  before.status === 'rewarded'
    ? { ...before, status: 'withheld', reason, reward: { ...before.reward, rewardedOn } }
    : before;

const undone = (
  before: Referral,
  { visitId, toldPosition }: Pick<ReferralReversed['data'], 'visitId' | 'toldPosition'>,
): Referral => {
  if (!hasEarned(before)) return before;
  const earnsAfter = toldPosition ?? before.earnsAfter;
  return {
    ...introducedOnly(before),
    status: 'introduced',
    undone: [...before.undone, visitId],
    earnsAfter,
  };
};

const introducedOnly = (before: Introduced): Introduced => {
  const { referralId, introducerId, introducedId, storeId, introducedAt, undone, earnsAfter } = before;
  return { referralId, introducerId, introducedId, storeId, introducedAt, undone, earnsAfter };
};
