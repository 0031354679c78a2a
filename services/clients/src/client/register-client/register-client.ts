import type { Decide } from '#libs/event-sourcing';
import { alreadyRegistered } from '../already-registered.js';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import type { Contact, SealedContact } from '../contact.js';

export class RegisterClient {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly contact: Contact;
      readonly registeredAt: string;
    },
  ) {}
}

/** A client is registered once; her contact comes sealed. */
export const registerClient =
  ({ envelope, claims }: SealedContact): Decide<RegisterClient, Client, ClientEvent> =>
  ({ data: { clientId, storeId, registeredAt } }, client) => {
    if (client.status !== 'unknown') throw alreadyRegistered(clientId);
    const data = { clientId, storeId, contact: envelope };
    return [{ type: 'ClientRegistered', occurredAt: registeredAt, storeId, claims, data }];
  };
