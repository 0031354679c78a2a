import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import type { DomainEvent } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';

/** How she said so. */
export const CONSENT_CHANNELS = ['in-store', 'phone', 'online', 'paper', 'message'] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

interface Told {
  clientId: string;
  storeId: string;
  purpose: ConsentPurpose;
  channel: ConsentChannel;
}

/** Whoever took it is the fact's actor. */
export type ConsentGiven = DomainEvent<
  'ConsentGiven',
  Told & {
    /** The version of the text she consented to. */
    textVersion: string;
    /** She is not of the age of consent, so that another must consent for her. */
    minor: boolean;
    /** Which policy said of what age that is; what the fact's own says is the text. Absent in what was given before it was one. */
    agePolicyVersion?: string;
    /** Who consented for her, sealed; null when she did so herself. */
    guardian: Envelope | null;
    /** Where she was asked, in the words in force there; absent where that was her own store. */
    askedIn?: string;
  }
>;

export type ConsentWithdrawn = DomainEvent<'ConsentWithdrawn', Told>;

export type ConsentEvent = ConsentGiven | ConsentWithdrawn;
