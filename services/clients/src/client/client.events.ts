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
  }
> &
  Claiming;

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

export type ClientEvent = ClientRegistered | LeadAdded | LeadQualified;
