import type { DomainEvent } from '#libs/event-sourcing';

/** Somebody paid for a first visit whom nobody had introduced; nobody can from now on. */
export type FirstVisitNoted = DomainEvent<'FirstVisitNoted', { clientId: string; visitId: string }>;

export interface Introduction {
  referralId: string;
  introducerId: string;
  introducedId: string;
  storeId: string;
}

export type ReferralIntroduced = DomainEvent<'ReferralIntroduced', Introduction>;

/** The visit that the rewards depend on. Store and day are those of the visit. */
export type ReferralQualified = DomainEvent<
  'ReferralQualified',
  { referralId: string; storeId: string; visitId: string; visitedOn: string }
>;

export interface Reward {
  clientId: string;
  points: number;
}

/** Who gets what, whole, so that it is read without the facts before. */
interface Rewards extends WhatWasEarned {
  /** How often it had been given for that visit, and taken back, before; left out at first. */
  again?: number;
}

interface WhatWasEarned {
  referralId: string;
  introducerId: string;
  introducedId: string;
  storeId: string;
  visitId: string;
  rewards: Reward[];
  /** Of the store of the visit. Older facts do not have it. */
  timeZone?: string;
}

export type ReferralRewarded = DomainEvent<'ReferralRewarded', Rewards & { rewardedOn: string }>;

/** Why an introduction earns nothing while several clients are one person. */
export type Doubt = 'self-referral' | 'existing-client' | 'already-introduced';

/** What the visit earned is not given, for she was no new client, as it is known now. It is, once that proves wrong. */
export type RewardWithheld = DomainEvent<
  'RewardWithheld',
  WhatWasEarned & { reason: Doubt; withheldOn: string }
>;

/** Nothing stays paid of the visit whose reward is withheld: there is nothing to give any more. */
export type RewardForgone = DomainEvent<
  'RewardForgone',
  { referralId: string; visitId: string; toldPosition: number }
>;

/**
 * What was given is taken back: nothing stays paid of that visit; or, where there is a reason, she was no new client, as it
 * is known now, and it is withheld.
 */
export type ReferralReversed = DomainEvent<
  'ReferralReversed',
  Rewards & {
    reversedOn: string;
    reason?: Doubt;
    /** Position of the return in visits' log: what is told up to it earns nothing. Older facts, and where there is a reason, do not have it. */
    toldPosition?: number;
  }
>;

export type ReferralEvent =
  | FirstVisitNoted
  | ReferralIntroduced
  | ReferralQualified
  | RewardWithheld
  | RewardForgone
  | ReferralRewarded
  | ReferralReversed;
