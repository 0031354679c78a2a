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
interface Rewards {
  referralId: string;
  introducerId: string;
  introducedId: string;
  storeId: string;
  visitId: string;
  rewards: Reward[];
}

export type ReferralRewarded = DomainEvent<'ReferralRewarded', Rewards & { rewardedOn: string }>;

/** Nothing stays paid of that visit: what was given is taken back. */
export type ReferralReversed = DomainEvent<
  'ReferralReversed',
  Rewards & {
    reversedOn: string;
    /** Position of the return in visits' log: what is told up to it earns nothing. Older facts do not have it. */
    toldPosition?: number;
  }
>;

export type ReferralEvent =
  FirstVisitNoted | ReferralIntroduced | ReferralQualified | ReferralRewarded | ReferralReversed;
