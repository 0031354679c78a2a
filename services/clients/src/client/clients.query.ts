import { Injectable } from '@nestjs/common';
import { EventStore, OtherStore } from '#libs/event-store';
import { client, type KnownClient } from './client.js';
import type { ClientCard } from './client-page.answers.js';
import type { Contact } from './contact.js';
import { ContactsQuery } from './contacts.query.js';
import { knownClient } from './known-client.js';

export interface SeenClient {
  readonly known: KnownClient;
  readonly card: ClientCard;
}

/** Clients as the log has them now, for whoever may see them. */
@Injectable()
export class ClientsQuery {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
  ) {}

  /** Refuses with `unknown-client`; throws `OtherStore`. */
  async one(clientId: string): Promise<SeenClient> {
    const { state, version } = await this.events.see(client, clientId);
    const known = knownClient(clientId, state);
    return { known, card: cardOf(clientId, known, version, await this.contacts.read(clientId, known)) };
  }

  /** Those of these who may be seen, in this order. */
  async some(clientIds: readonly string[]): Promise<SeenClient[]> {
    const seen = await Promise.all(
      clientIds.map((clientId) => this.one(clientId).catch(nobodyOfOtherStores)),
    );
    return seen.filter((one) => one !== undefined);
  }
}

const nobodyOfOtherStores = (error: unknown): undefined => {
  if (error instanceof OtherStore) return undefined;
  throw error;
};

const cardOf = (
  clientId: string,
  { storeId, status, since }: KnownClient,
  version: number,
  contact: Contact | 'erased',
): ClientCard => {
  const erased = contact === 'erased';
  const { name = null, phone = null, memberNumber = null, email = null } = erased ? {} : contact;
  return { clientId, storeId, status, since, name, phone, memberNumber, email, erased, version };
};
