import type { Vault } from '#libs/privacy';
import type { ClientEvent } from '../client.events.js';
import type { Contact } from '../contact.js';
import { isSection, SECTIONS } from '../file-sections.config.js';
import type { Sealed } from '../opened-log.query.js';
import { wordOfStore, wordsOfContact, wordsOfText } from './search-words.js';
import { tokenOf } from './tokens.query.js';

type Told = Readonly<Record<'tokens', readonly string[]>>;

/** What she is found by, as tokens. */
export const searchedIn =
  (vault: Vault, countryCode: string) =>
  ({ type, data }: ClientEvent): Sealed<Told> | undefined => {
    const tokens = (words: readonly string[]): Told => ({
      tokens: [...new Set(words)].map((word) => tokenOf(vault, word)),
    });
    switch (type) {
      case 'LeadAdded':
      case 'ClientRegistered':
      case 'ContactChanged': {
        const { clientId, storeId, contact: envelope } = data;
        if (envelope === null) return undefined;
        const told = (contact: Contact) =>
          tokens([wordOfStore(storeId), ...wordsOfContact(contact, countryCode)]);
        return { clientId, purpose: 'contact', field: 'contact', envelope, told };
      }
      case 'FileSectionUpdated': {
        const { clientId, section, sealed: envelope } = data;
        const searched: readonly string[] = isSection(section) ? SECTIONS[section].searched : [];
        if (searched.length === 0) return undefined;
        const told = (fields: Record<string, unknown>) =>
          tokens(textsOf(fields, searched).flatMap(wordsOfText));
        return { clientId, purpose: 'file', field: section, envelope, told };
      }
      default:
        return undefined;
    }
  };

/** The texts of some fields; of a list each. */
export const textsOf = (fields: Record<string, unknown>, names: readonly string[]): string[] =>
  names.flatMap((name) => fields[name] ?? []).map(String);
