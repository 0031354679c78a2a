import type { ContactChanged } from './client.events.js';
import type { KnownClient } from './client.js';
import type { Contact, ContactSealing } from './contact.js';

interface Given {
  readonly clientId: string;
  readonly contact: Contact;
  readonly changedAt: string;
}

/** Nothing when her contact is that already. The phone and number she had before are free again. */
export const contactChanged = (
  { read, seal, claimsOf }: ContactSealing,
  { clientId, contact, changedAt: occurredAt }: Given,
  known: KnownClient,
): ContactChanged[] => {
  const before = read(known);
  if (JSON.stringify(before) === JSON.stringify(contact)) return [];
  const held = claimsOf(before);
  const { envelope, claims: wanted } = seal(contact);
  const { storeId } = known;
  return [
    {
      ...{ type: 'ContactChanged', occurredAt, storeId },
      released: held.filter((key) => !wanted.includes(key)),
      claims: wanted.filter((key) => !held.includes(key)),
      data: { clientId, storeId, contact: envelope },
    },
  ];
};
