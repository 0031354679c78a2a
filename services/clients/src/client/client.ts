import { claim, release, type Aggregate } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';
import type { ClientEvent, LeadClass, LossReason } from './client.events.js';

export interface KnownClient {
  readonly status: 'lead' | 'client';
  readonly storeId: string;
  /** When she became what she is. */
  readonly since: string;
  readonly contact: Envelope;
  /** The event that her contact was sealed for. */
  readonly sealedFor: 'LeadAdded' | 'ClientRegistered' | 'ContactChanged';
  readonly purposeNotice: string | null;
  /** By section. */
  readonly file: Readonly<Record<string, KeptSection>>;
  /** When somebody last went through her file. */
  readonly reviewedAt: string | null;
  /** Of one who is or was a lead. */
  readonly leadClass: LeadClass | null;
  /** Since when she is not with us any more, and why. */
  readonly lost: Loss | null;
  /** Since when what is known of her is kept and not used; until she is with us again. */
  readonly restrictedAt: string | null;
  readonly erased?: true;
}

export interface Loss {
  readonly leftOn: string;
  readonly reason: LossReason;
}

export interface KeptSection {
  readonly sealed: Envelope;
  readonly filled: readonly string[];
  readonly updatedAt: string;
}

export type Client = { readonly status: 'unknown' } | KnownClient;

const FRESH = {
  purposeNotice: null,
  file: {},
  reviewedAt: null,
  leadClass: null,
  lost: null,
  restrictedAt: null,
};

export const client: Aggregate<Client, ClientEvent> = {
  category: 'client',
  initial: { status: 'unknown' },
  storeOf: (state) => (state.status === 'unknown' ? undefined : state.storeId),
  evolve: (before, event) => {
    const { type, data, occurredAt: since } = event;
    const known = before as KnownClient;
    switch (type) {
      case 'LeadAdded':
        return {
          ...FRESH,
          status: 'lead',
          storeId: data.storeId,
          since,
          contact: data.contact,
          sealedFor: type,
        };
      case 'LeadQualified':
        return before; // that she is a client is the next fact
      case 'ClientRegistered': {
        const { contact, storeId, purposeNotice = null } = data;
        return contact === null
          ? { ...known, status: 'client', since }
          : { ...FRESH, status: 'client', storeId, since, contact, sealedFor: type, purposeNotice };
      }
      case 'ContactChanged':
        return { ...known, contact: data.contact, sealedFor: type };
      case 'FileSectionUpdated': {
        const { section, sealed, filled } = data;
        return { ...known, file: { ...known.file, [section]: { sealed, filled, updatedAt: since } } };
      }
      case 'FileReviewed':
        return { ...known, reviewedAt: since };
      case 'LeadClassed':
        return { ...known, leadClass: data.leadClass };
      case 'ClientLost':
        return { ...known, lost: { leftOn: data.leftOn, reason: data.reason } };
      case 'ClientWonBack':
        return { ...known, lost: null, restrictedAt: null };
      case 'ClientRestricted':
        return { ...known, restrictedAt: since };
      case 'ClientErased':
        return { ...known, erased: true };
    }
  },
  claims: (event) => [
    ...('released' in event ? (event.released ?? []).map(release) : []),
    ...('claims' in event ? (event.claims ?? []).map(claim) : []),
  ],
};
