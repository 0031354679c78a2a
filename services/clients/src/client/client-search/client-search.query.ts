import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { commandContext } from '#libs/event-store';
import { Vault } from '#libs/privacy';
import { Views } from '#libs/service';
import type { ClientCard } from '../client-page.answers.js';
import { ClientsQuery, type SeenClient } from '../clients.query.js';
import { COUNTRY_CODE } from '../../clients.config.js';
import type { Contact } from '../contact.js';
import { ContactsQuery } from '../contacts.query.js';
import { isSection, SECTIONS, SECTION_NAMES } from '../file-sections.config.js';
import { FilesQuery } from '../files.query.js';
import { textsOf } from './searched-log.query.js';
import { askedWords, exactly, isMeant, wordOfStore } from './search-words.js';
import { tokenOf } from './tokens.query.js';

const SEARCHED = SECTION_NAMES.filter((name) => SECTIONS[name].searched.length > 0);

@Injectable()
export class ClientSearchQuery {
  constructor(
    private readonly clients: ClientsQuery,
    private readonly contacts: ContactsQuery,
    private readonly files: FilesQuery,
    private readonly vault: Vault,
    private readonly views: Views,
    private readonly dataSource: DataSource,
    @Inject(COUNTRY_CODE) private readonly countryCode: string,
  ) {}

  /** Exact, and right at once: by what a client claims. */
  async withPhoneOrNumber(contact: Pick<Contact, 'phone' | 'memberNumber'>): Promise<ClientCard[]> {
    const seen = await this.clients.some(await this.contacts.holdersOf(contact));
    return seen.map(({ card }) => card);
  }

  async withEmail(email: string, limit: number, minPosition?: number): Promise<ClientCard[]> {
    const seen = await this.having([exactly(email)], limit, minPosition);
    const isHers = ({ card }: SeenClient): boolean => exactly(card.email ?? '') === exactly(email);
    return seen.filter(isHers).map(({ card }) => card);
  }

  /** Those in whose contact or file all that is asked stands somewhere; the index proposes, their own text decides. */
  async meant(asked: string, limit: number, minPosition?: number): Promise<ClientCard[]> {
    const seen = await this.having(askedWords(asked), limit, minPosition);
    const others = await this.files.readMany(seen, SEARCHED);
    return seen
      .filter(({ card }, at) => isMeant(asked, contactIn(card), textsIn(others[at]!), this.countryCode))
      .map(({ card }) => card);
  }

  /** Whom the index proposes: in the actor's stores at once, for most of whom a common name has are others'. */
  private async having(words: readonly string[], limit: number, minPosition?: number): Promise<SeenClient[]> {
    if (words.length === 0) return [];
    await this.views.reached('client_search', minPosition);
    const { stores } = commandContext();
    const tokens = (some: readonly string[]): string[] => some.map((word) => tokenOf(this.vault, word));
    const found = await this.dataSource.query<{ clientId: string }[]>(
      `select "clientId" from client_search
        where tokens @> $1::bigint[] ${stores === undefined ? '' : 'and tokens && $3::bigint[]'} limit $2`,
      [tokens(words), limit, ...(stores === undefined ? [] : [tokens(stores.map(wordOfStore))])],
    );
    return this.clients.some(found.map(({ clientId }) => clientId));
  }
}

const contactIn = ({ name, phone, memberNumber, email }: ClientCard): Contact =>
  Object.fromEntries(
    Object.entries({ name, phone, memberNumber, email }).filter(([, value]) => value !== null),
  );

const textsIn = (file: object): string[] =>
  Object.entries(file).flatMap(([section, fields]) =>
    isSection(section) ? textsOf(fields as Record<string, unknown>, SECTIONS[section].searched) : [],
  );
