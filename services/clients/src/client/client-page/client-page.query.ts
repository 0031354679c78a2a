import { Injectable } from '@nestjs/common';
import { EventStore, OtherStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { client, type KnownClient } from '../client.js';
import type { Contact } from '../contact.js';
import { ContactsQuery } from '../contacts.query.js';

export type ClientPage = { [Field in keyof Required<Contact>]: string | null } & {
  clientId: string;
  storeId: string;
  status: 'lead' | 'client';
  /** When she became what she is. */
  since: string;
  /** Whether what told who she was is gone. */
  erased: boolean;
  version: number;
};

@Injectable()
export class ClientPageQuery {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
  ) {}

  /** As the log has her now. Refuses with `unknown-client`. */
  async one(clientId: string): Promise<ClientPage> {
    const { state, version } = await this.events.see(client, clientId);
    if (state.status === 'unknown') {
      throw new Rejection('unknown-client', 'There is no client with this id.', { clientId }, 'not-found');
    }
    return { ...pageOf(clientId, state, await this.contacts.read(clientId, state)), version };
  }

  /** Those of other stores are not among them. */
  async withPhoneOrNumber(contact: Pick<Contact, 'phone' | 'memberNumber'>): Promise<ClientPage[]> {
    const holders = await this.contacts.holdersOf(contact);
    const pages = await Promise.all(holders.map((clientId) => this.one(clientId).catch(unlessOfOtherStore)));
    return pages.filter((page) => page !== undefined);
  }
}

const unlessOfOtherStore = (error: unknown): undefined => {
  if (!(error instanceof OtherStore)) throw error;
};

const pageOf = (
  clientId: string,
  { storeId, status, since }: KnownClient,
  contact: Contact | 'erased',
): Omit<ClientPage, 'version'> => {
  const erased = contact === 'erased';
  const { name = null, phone = null, memberNumber = null, email = null } = erased ? {} : contact;
  return { clientId, storeId, status, since, name, phone, memberNumber, email, erased };
};
