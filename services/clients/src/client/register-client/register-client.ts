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
      /** The notice she was told when her file was opened; null where nobody was there to tell her. */
      readonly purposeNotice: string | null;
      readonly registeredAt: string;
    },
  ) {}
}

/** A client is registered once; her contact comes sealed. */
export const registerClient =
  ({ envelope, claims }: SealedContact): Decide<RegisterClient, Client, ClientEvent> =>
  ({ data: { clientId, storeId, purposeNotice, registeredAt } }, client) => {
    if (client.status !== 'unknown') throw alreadyRegistered(clientId);
    const told = purposeNotice === null ? {} : { purposeNotice };
    const data = { clientId, storeId, contact: envelope, ...told };
    return [{ type: 'ClientRegistered', occurredAt: registeredAt, storeId, claims, data }];
  };
