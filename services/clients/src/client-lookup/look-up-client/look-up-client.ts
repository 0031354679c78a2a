import type { Decide } from '#libs/event-sourcing';
import type { ClientLookedUp, Reason } from '../client-lookup.events.js';
import type { ClientLookup } from '../client-lookup.js';

export class LookUpClient {
  constructor(
    readonly data: {
      readonly lookupId: string;
      readonly clientId: string | null;
      readonly storeId: string;
      readonly reason: Reason;
      readonly lookedUpAt: string;
    },
  ) {}
}

/** Looking is recorded, whoever is found; asked again it is the same look. */
export const lookUpClient: Decide<LookUpClient, ClientLookup, ClientLookedUp> = ({ data }, lookup) => {
  if ('clientId' in lookup) return [];
  const { lookupId, clientId, storeId, reason, lookedUpAt: occurredAt } = data;
  return [{ type: 'ClientLookedUp', occurredAt, storeId, data: { lookupId, clientId, reason } }];
};
