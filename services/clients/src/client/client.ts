import { claim, type Aggregate } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';
import type { ClientEvent } from './client.events.js';

export interface KnownClient {
  readonly status: 'lead' | 'client';
  readonly storeId: string;
  /** When she became what she is. */
  readonly since: string;
  readonly contact: Envelope;
  /** The event that her contact was sealed for. */
  readonly sealedFor: 'LeadAdded' | 'ClientRegistered';
}

export type Client = { readonly status: 'unknown' } | KnownClient;

export const client: Aggregate<Client, ClientEvent> = {
  category: 'client',
  initial: { status: 'unknown' },
  storeOf: (state) => (state.status === 'unknown' ? null : state.storeId),
  evolve: (before, event) => {
    const { type, data, occurredAt: since } = event;
    switch (type) {
      case 'LeadAdded':
        return { status: 'lead', storeId: data.storeId, since, contact: data.contact, sealedFor: type };
      case 'LeadQualified':
        return before; // that she is a client is the next fact
      case 'ClientRegistered':
        return data.contact === null
          ? { ...(before as KnownClient), status: 'client', since }
          : { status: 'client', storeId: data.storeId, since, contact: data.contact, sealedFor: type };
    }
  },
  claims: (event) => ('claims' in event ? (event.claims ?? []).map(claim) : []),
};
