import type { Decide } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import type { Contact, ContactSealing } from '../contact.js';
import { usableClient } from '../known-client.js';

export class ChangeContact {
  constructor(
    readonly data: { readonly clientId: string; readonly contact: Contact; readonly changedAt: string },
  ) {}
}

/** Her contact as a whole is another from now on; the phone and number she had before are free again. */
export const changeContact =
  ({ read, seal, claimsOf }: ContactSealing): Decide<ChangeContact, Client, ClientEvent> =>
  ({ data: { clientId, contact, changedAt } }, client) => {
    const known = usableClient(clientId, client);
    const before = read(known);
    if (JSON.stringify(before) === JSON.stringify(contact)) return [];
    const held = claimsOf(before);
    const { envelope, claims: wanted } = seal(contact);
    const { storeId } = known;
    return [
      {
        type: 'ContactChanged',
        occurredAt: changedAt,
        storeId,
        released: held.filter((key) => !wanted.includes(key)),
        claims: wanted.filter((key) => !held.includes(key)),
        data: { clientId, storeId, contact: envelope },
      },
    ];
  };
