import type { Role } from '#libs/access';
import type { DomainEvent } from '#libs/event-sourcing';
import type { SignInWay } from './second-factor.js';

// Names, logins and passwords are in the table `account` and never here: what is in the log cannot be taken back.

export const POSTS = [
  'front-desk',
  'consultant',
  'on-site-consultant',
  'web-consultant',
  'therapist',
  'nurse',
  'store-manager',
  'customer-service',
  'finance',
  'headquarters',
  /** Learns what her post will ask of her, and takes it once she has. */
  'trainee',
] as const;
export type Post = (typeof POSTS)[number];

export type StaffHired = DomainEvent<
  'StaffHired',
  {
    staffId: string;
    post: Post;
    role: Role;
    /** Stores she sees and works in; empty for those who see every store. */
    storeIds: readonly string[];
    /** Until when her first password is good, where it was made up. */
    passwordEndsAt?: string;
  }
> & {
  /** Her login, by blind index: it goes into the log's claims and not into the log. */
  readonly claims?: readonly string[];
};

export type AccessChanged = DomainEvent<
  'AccessChanged',
  { staffId: string; role: Role; storeIds: readonly string[]; epoch: number }
>;

export type PasswordSet = DomainEvent<
  'PasswordSet',
  { staffId: string; by: 'herself' | 'administrator'; epoch: number }
>;

export type SignedIn = DomainEvent<
  'SignedIn',
  {
    staffId: string;
    sessionId: string;
    /** What she has shown; facts from before there was more than one way do not say. */
    ways?: readonly SignInWay[];
    /** The step of time of her code, or the hash of her recovery code: neither is good again. */
    codeStep?: number;
    recoveryHash?: string;
    /** Of the provider's id token, which is not good again. */
    nonce?: string;
    /** Hash of 256 random bits that the browser keeps; it is known from now on. */
    browser?: string;
  }
>;

/** From now on the provider's person is this account's, whatever her address there; by blind index. */
export type IdentityBound = DomainEvent<'IdentityBound', { staffId: string; identity: string }>;

export type IdentityReleased = DomainEvent<
  'IdentityReleased',
  { staffId: string; identity: string; reason: string; epoch: number }
>;

export type SignInFailed = DomainEvent<
  'SignInFailed',
  {
    staffId: string;
    /** In a row; from this browser where it is one that is known, else from all others. */
    failures: number;
    lockedUntil: string | null;
    browser?: string;
  }
>;

export type SignedOutEverywhere = DomainEvent<'SignedOutEverywhere', { staffId: string; epoch: number }>;

/** From now on a code is asked for. Another factor may be in force: this one takes its place. */
export type SecondFactorSetUp = DomainEvent<
  'SecondFactorSetUp',
  {
    staffId: string;
    factorId: string;
    /** The step of time of the code that confirmed it. */
    step: number;
    /** SHA-256 of recovery codes, 128 random bits each, so that nobody guesses them from this. */
    recoveryHashes: readonly string[];
    epoch: number;
  }
>;

export type SecondFactorRemoved = DomainEvent<
  'SecondFactorRemoved',
  { staffId: string; reason: string; epoch: number }
>;

export type EmploymentEnded = DomainEvent<
  'EmploymentEnded',
  {
    staffId: string;
    reason: string;
    epoch: number;
  }
> & {
  /** What she held: her login, and who she is at the provider. */
  readonly released?: readonly string[];
};

/** Why somebody does not work; nothing about her health is kept here. */
export const ABSENCES = ['leave', 'training', 'other'] as const;
export type AbsenceKind = (typeof ABSENCES)[number];

export interface Absence {
  absenceId: string;
  /** First and last day, in her store. */
  from: string;
  until: string;
  kind: AbsenceKind;
}

export type AbsenceNoted = DomainEvent<'AbsenceNoted', { staffId: string } & Absence>;

export type AbsenceCancelled = DomainEvent<'AbsenceCancelled', { staffId: string; absenceId: string }>;

export interface Learned {
  training: string;
  completedOn: string;
}

export type TrainingCompleted = DomainEvent<'TrainingCompleted', { staffId: string } & Learned>;

/** From a day on her work is another. */
export type PostTaken = DomainEvent<'PostTaken', { staffId: string; post: Post; effectiveFrom: string }>;

export type WorkEvent = AbsenceNoted | AbsenceCancelled | TrainingCompleted | PostTaken;

export type StaffEvent =
  | WorkEvent
  | StaffHired
  | AccessChanged
  | PasswordSet
  | SignedIn
  | SignInFailed
  | SignedOutEverywhere
  | IdentityBound
  | IdentityReleased
  | SecondFactorSetUp
  | SecondFactorRemoved
  | EmploymentEnded;
