import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { streamOf } from '#libs/event-store';
import { open, seal, Vault, type Keys, type Place } from '#libs/privacy';
import { COUNTRY_CODE } from '../clients.config.js';
import {
  normalNumber,
  normalPhone,
  type Contact,
  type ContactSealing,
  type SealedContact,
} from './contact.js';
import { client, type KnownClient } from './client.js';

const PURPOSE = 'contact';

/** The only place where contacts are sealed and read. */
@Injectable()
export class ContactsQuery {
  constructor(
    private readonly vault: Vault,
    private readonly dataSource: DataSource,
    @Inject(COUNTRY_CODE) private readonly countryCode: string,
  ) {}

  /** For one event of hers. Her key is durable when this resolves. Refuses with `erased`. */
  async seal(clientId: string, type: KnownClient['sealedFor'], contact: Contact): Promise<SealedContact> {
    return this.sealWith(await this.vault.make(clientId, PURPOSE), clientId, type, contact);
  }

  /** What a change of hers needs to know and to seal, without waiting. Refuses with `erased`. */
  async sealing(clientId: string): Promise<ContactSealing> {
    const keys = await this.vault.make(clientId, PURPOSE);
    return {
      read: ({ contact, sealedFor }) => open<Contact>(contact, placeOf(clientId, sealedFor), keys) as Contact,
      seal: (contact) => this.sealWith(keys, clientId, 'ContactChanged', contact),
      claimsOf: (contact) => this.claimsOf(contact),
    };
  }

  async read(clientId: string, known: KnownClient): Promise<Contact | 'erased'> {
    return (await this.readMany([{ clientId, known }]))[0]!;
  }

  /** Contacts of these, in their order; their keys are had at once. */
  async readMany(
    some: readonly { readonly clientId: string; readonly known: KnownClient }[],
  ): Promise<(Contact | 'erased')[]> {
    const keys = await this.vault.findMany(
      some.map(({ clientId }) => clientId),
      PURPOSE,
    );
    return some.map(({ clientId, known: { contact, sealedFor } }) =>
      open<Contact>(contact, placeOf(clientId, sealedFor), keys.get(clientId)),
    );
  }

  /** Ids of those who have this phone or this member number, as the log has it now. */
  async holdersOf(contact: Pick<Contact, 'phone' | 'memberNumber'>): Promise<string[]> {
    const holders = await this.dataSource.query<{ stream: string }[]>(
      'select distinct stream from claim where key = any($1)',
      [this.claimsOf(contact)],
    );
    return holders.map(({ stream }) => stream.slice(streamOf(client, '').length));
  }

  /** Keys that only one person has: her phone and her member number, by blind index. */
  claimsOf({ phone, memberNumber }: Contact): string[] {
    const { vault, countryCode } = this;
    return [
      ...(phone === undefined ? [] : [`phone:${vault.index('phone', normalPhone(phone, countryCode))}`]),
      ...(memberNumber === undefined ? [] : [`number:${vault.index('number', normalNumber(memberNumber))}`]),
    ];
  }

  private sealWith(keys: Keys, clientId: string, type: string, contact: Contact): SealedContact {
    return { envelope: seal(contact, placeOf(clientId, type), keys), claims: this.claimsOf(contact) };
  }
}

const placeOf = (clientId: string, type: string): Place => ({
  stream: streamOf(client, clientId),
  type,
  field: PURPOSE,
});
