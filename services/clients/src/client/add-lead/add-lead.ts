import type { Decide } from '#libs/event-sourcing';
import { alreadyRegistered } from '../already-registered.js';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import type { Contact, SealedContact } from '../contact.js';

export class AddLead {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly source: string;
      readonly contact: Contact;
      readonly addedAt: string;
    },
  ) {}
}

/** Nobody becomes a lead who is one, or is a client; the contact comes sealed. */
export const addLead =
  ({ envelope, claims }: SealedContact): Decide<AddLead, Client, ClientEvent> =>
  ({ data: { clientId, storeId, source, addedAt } }, client) => {
    if (client.status !== 'unknown') throw alreadyRegistered(clientId);
    const data = { clientId, storeId, source, contact: envelope };
    return [{ type: 'LeadAdded', occurredAt: addedAt, storeId, claims, data }];
  };
