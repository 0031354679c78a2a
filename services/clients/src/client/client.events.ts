import type { DomainEvent } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';

/**
 * Keys that only one person has, by blind index. They go with the fact into the log's claims and not into the log: what
 * stays there for ever could not be erased.
 */
interface Claiming {
  readonly claims?: readonly string[];
}

export type ClientRegistered = DomainEvent<
  'ClientRegistered',
  {
    clientId: string;
    storeId: string;
    /** Name, phone, member number and e-mail, sealed; null for one who was a lead: as it was then. */
    contact: Envelope | null;
    /** Version of the notice that told her what her file is for. */
    purposeNotice?: string;
  }
> &
  Claiming;

/** How to reach her is something else from now on. */
export type ContactChanged = DomainEvent<
  'ContactChanged',
  { clientId: string; storeId: string; contact: Envelope }
> &
  Claiming & {
    /** Keys she gives back; not in the log either. */
    readonly released?: readonly string[];
  };

/** A section of her file is this from now on. */
export type FileSectionUpdated = DomainEvent<
  'FileSectionUpdated',
  {
    clientId: string;
    storeId: string;
    section: string;
    sealed: Envelope;
    /** Names of the fields that have a value. */
    filled: readonly string[];
  }
>;

/** Somebody went through her file and found it right. */
export type FileReviewed = DomainEvent<'FileReviewed', { clientId: string; storeId: string }>;

/** Somebody who may become a client. */
export type LeadAdded = DomainEvent<
  'LeadAdded',
  {
    clientId: string;
    storeId: string;
    /** How she learned of us: a word of the chain's own list, never a person. */
    source: string;
    contact: Envelope;
  }
> &
  Claiming;

export type LeadQualified = DomainEvent<
  'LeadQualified',
  {
    clientId: string;
    storeId: string;
    /** The visit that made her a client; null when somebody said so. */
    visitId: string | null;
  }
>;

/** How much effort is spent to win a lead: not the class of a client, which is counted. */
export const LEAD_CLASSES = ['A', 'B', 'C'] as const;
export type LeadClass = (typeof LEAD_CLASSES)[number];

export type LeadClassed = DomainEvent<
  'LeadClassed',
  { clientId: string; storeId: string; leadClass: LeadClass }
>;

/** Why somebody left, in one word; what she says of it is in her file. */
export const LOSS_REASONS = [
  'effect',
  'service',
  'price',
  'distance',
  'no-time',
  'staff-left',
  'competitor',
  'moved-away',
  'no-interest',
  'unknown',
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

/** A client or a lead has left us; what was noted before of when and why is corrected. */
export type ClientLost = DomainEvent<
  'ClientLost',
  {
    clientId: string;
    storeId: string;
    /** The day at the store. */
    leftOn: string;
    reason: LossReason;
    /** What she was to us; earlier facts do not say. */
    status?: 'lead' | 'client';
  }
>;

/** She is with us again. */
export type ClientWonBack = DomainEvent<
  'ClientWonBack',
  {
    clientId: string;
    storeId: string;
    /** The visit that shows it; null when somebody said so. */
    visitId: string | null;
    /** The day of that visit, at the store. */
    visitedOn?: string;
    /** The day at her store on which somebody said so; earlier facts do not say. */
    saidOn?: string;
  }
>;

/** What is known of her is kept from now on and not used: its purpose is done (PIPL 47). */
export type ClientRestricted = DomainEvent<'ClientRestricted', { clientId: string; storeId: string }>;

/** Her keys are destroyed; what she claimed is given back. */
export type ClientErased = DomainEvent<'ClientErased', { clientId: string; storeId: string }> &
  Pick<ContactChanged, 'released'>;

export type ClientEvent =
  | ClientRegistered
  | LeadAdded
  | LeadClassed
  | LeadQualified
  | ContactChanged
  | FileSectionUpdated
  | FileReviewed
  | ClientLost
  | ClientWonBack
  | ClientRestricted
  | ClientErased;
