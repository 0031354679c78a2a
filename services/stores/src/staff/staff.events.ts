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
>;

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

export type StaffEvent =
  StaffHired | AccessChanged | PasswordSet | SignedIn | SignInFailed | SignedOutEverywhere | EmploymentEnded;
