import { clientRegistered } from '#contracts/clients/client-registered.v1';
import { leadQualified } from '#contracts/clients/lead-qualified.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { ClientsExported } from '../client-export/client-export.events.js';
import type { ClientEvent } from '../client/client.events.js';
import type { NotedVisitEvent } from '../noted-visit/noted-visit.events.js';

export const clientPublisher: Publisher<ClientEvent | ClientsExported | NotedVisitEvent> = {
  // Clients are not told time zones, so the day stays open.
  ClientRegistered: ({ data: { clientId, storeId }, occurredAt }) =>
    tell(clientRegistered, { clientId, storeId, registeredAt: occurredAt, registeredOn: null }),
  LeadAdded: kept,
  ClientsExported: kept,
  VisitNoted: kept,
  ReturnNoted: kept,
  LeadQualified: ({ data: { clientId, storeId }, occurredAt }) =>
    tell(leadQualified, { clientId, storeId, qualifiedAt: occurredAt }),
};
