import type { Decide } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import { erasedClient, unknownLead } from '../known-client.js';

export class QualifyLead {
  constructor(
    readonly data: {
      readonly clientId: string;
      /** The visit that shows it; null when somebody says so. */
      readonly visitId: string | null;
      readonly qualifiedAt: string;
    },
  ) {}
}

/** A lead becomes a client, of the store that won her. Who is a client stays one. Refuses with `unknown-lead`, and with `erased`. */
export const qualifyLead: Decide<QualifyLead, Client, ClientEvent> = ({ data }, client) => {
  const { clientId, visitId, qualifiedAt: occurredAt } = data;
  if (client.status === 'unknown') throw unknownLead(clientId);
  if (client.status === 'client') return [];
  if (client.erased === true) throw erasedClient(clientId);
  const { storeId } = client;
  return [
    { type: 'LeadQualified', occurredAt, storeId, data: { clientId, storeId, visitId } },
    { type: 'ClientRegistered', occurredAt, storeId, data: { clientId, storeId, contact: null } },
  ];
};
