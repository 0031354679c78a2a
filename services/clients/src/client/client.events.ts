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

export type ClientEvent =
  ClientRegistered | LeadAdded | LeadQualified | ContactChanged | FileSectionUpdated | FileReviewed;
