import type { Decide } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import { contactChanged } from '../contact-changed.js';
import type { Contact, ContactSealing } from '../contact.js';
import { usableClient } from '../known-client.js';

export class ChangeContact {
  constructor(
    readonly data: { readonly clientId: string; readonly contact: Contact; readonly changedAt: string },
  ) {}
}

/** Her contact as a whole is another from now on. */
export const changeContact =
  (sealing: ContactSealing): Decide<ChangeContact, Client, ClientEvent> =>
  ({ data }, client) =>
    contactChanged(sealing, data, usableClient(data.clientId, client));
