import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { client, type KnownClient } from './client.js';
import type { ClientCard } from './client-page.answers.js';
import type { Contact } from './contact.js';
import { ContactsQuery } from './contacts.query.js';
import { knownClient } from './known-client.js';
import { checkNotHidden, isHidden } from './hidden-client.js';

export interface SeenClient {
  readonly clientId: string;
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

  /** Refuses with `unknown-client` and `restricted`; throws `OtherStore`. */
  async one(clientId: string): Promise<SeenClient> {
    const seen = await this.see(clientId);
    checkNotHidden(clientId, seen.known);
    return (await this.withCards([seen]))[0]!;
  }

  /** Those of these who may be seen, in this order. */
  async some(clientIds: readonly string[]): Promise<SeenClient[]> {
    const found = await this.events.seeMany(client, clientIds);
    const seen = found.map(({ id: clientId, state, version }) => ({
      ...{ clientId, version },
      known: knownClient(clientId, state),
    }));
    return this.withCards(seen.filter(({ known }) => !isHidden(known)));
  }

  private async see(clientId: string): Promise<Omit<SeenClient, 'card'> & { version: number }> {
    const { state, version } = await this.events.see(client, clientId);
    return { clientId, known: knownClient(clientId, state), version };
  }

  private async withCards(
    seen: readonly (Omit<SeenClient, 'card'> & { version: number })[],
  ): Promise<SeenClient[]> {
    const contacts = await this.contacts.readMany(seen);
    return seen.map(({ clientId, known, version }, at) => ({
      ...{ clientId, known },
      card: cardOf(clientId, known, version, contacts[at]!),
    }));
  }
}

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
