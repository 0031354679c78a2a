import { clientRegistered } from '#contracts/clients/client-registered.v1';
import { leadQualified } from '#contracts/clients/lead-qualified.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { CareLogEvent } from '../care-log/care-log.events.js';
import type { ClientLookedUp } from '../client-lookup/client-lookup.events.js';
import type { ClientsExported } from '../client-export/client-export.events.js';
import type { ClientEvent } from '../client/client.events.js';

export const clientPublisher: Publisher<ClientEvent | ClientsExported | CareLogEvent | ClientLookedUp> = {
  // Clients are not told time zones, so the day stays open.
  ClientRegistered: ({ data: { clientId, storeId }, occurredAt }) =>
    tell(clientRegistered, { clientId, storeId, registeredAt: occurredAt, registeredOn: null }),
  LeadAdded: kept,
  ContactChanged: kept,
  FileSectionUpdated: kept,
  FileReviewed: kept,
  CareNoted: kept,
  ClientLookedUp: kept,
  ClientsExported: kept,
  LeadQualified: ({ data: { clientId, storeId }, occurredAt }) =>
    tell(leadQualified, { clientId, storeId, qualifiedAt: occurredAt }),
};
