import type { Role } from '#libs/access';
import type { DomainEvent } from '#libs/event-sourcing';

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

export type SignedIn = DomainEvent<'SignedIn', { staffId: string; sessionId: string }>;

export type SignInFailed = DomainEvent<
  'SignInFailed',
  {
    staffId: string;
    /** In a row. */
    failures: number;
    lockedUntil: string | null;
  }
>;

export type SignedOutEverywhere = DomainEvent<'SignedOutEverywhere', { staffId: string; epoch: number }>;

export type EmploymentEnded = DomainEvent<
  'EmploymentEnded',
  {
    staffId: string;
    reason: string;
    epoch: number;
  }
>;

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
  | EmploymentEnded;
