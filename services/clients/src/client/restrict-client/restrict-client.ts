import type { Decide } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import { knownClient } from '../known-client.js';

export class RestrictClient {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly restrictedAt: string;
      /** The retention policy that says so. */
      readonly policyVersion: string;
    },
  ) {}
}

/** What is known of her is kept and not used any more, until she is with us again. */
export const restrictClient: Decide<RestrictClient, Client, ClientEvent> = ({ data }, client) => {
  const { clientId, restrictedAt: occurredAt, policyVersion } = data;
  const { storeId, restrictedAt, erased } = knownClient(clientId, client);
  if (restrictedAt !== null || erased === true) return [];
  return [{ type: 'ClientRestricted', occurredAt, storeId, policyVersion, data: { clientId, storeId } }];
};
