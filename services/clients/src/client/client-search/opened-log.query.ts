import type { LogSource } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { open, type Envelope, type Key, type Vault } from '#libs/privacy';
import type { ClientEvent } from '../client.events.js';
import type { Contact } from '../contact.js';
import { isSection, SECTIONS } from '../file-sections.config.js';
import type { OpenedEvent } from './client-search.projection.js';
import { tokenOf } from './tokens.query.js';
import { wordOfStore, wordsOfContact, wordsOfText } from './search-words.js';

interface Sealed {
  readonly clientId: string;
  readonly purpose: 'contact' | 'file';
  readonly field: string;
  readonly envelope: Envelope;
  readonly wordsOf: (opened: Record<string, unknown>) => readonly string[];
}

/** The log as the search index follows it: what she is found by is opened as it is read, and goes on as tokens alone. */
export class OpenedLog implements LogSource {
  constructor(
    private readonly log: LogSource,
    private readonly vault: Vault,
    private readonly countryCode: string,
  ) {}

  head(): Promise<number> {
    return this.log.head();
  }

  async readAll(afterPosition: number, limit: number): Promise<Recorded[]> {
    const events = (await this.log.readAll(afterPosition, limit)) as Recorded<ClientEvent>[];
    const sealed = events.map((event) => this.sealedIn(event));
    const [contact, file] = await Promise.all(
      (['contact', 'file'] as const).map((purpose) => {
        const hers = sealed.filter((one) => one?.purpose === purpose);
        return this.vault.findMany([...new Set(hers.map((one) => one!.clientId))], purpose);
      }),
    );
    const keys = { contact: contact!, file: file! };
    return events.map((event, at) => {
      const one = sealed[at];
      return one === undefined ? event : this.opened(event, one, keys[one.purpose].get(one.clientId));
    });
  }

  private opened(
    event: Recorded<ClientEvent>,
    { field, envelope, wordsOf }: Sealed,
    key: Key | undefined,
  ): Recorded<OpenedEvent> {
    const fields = open<Record<string, unknown>>(
      envelope,
      { stream: event.stream, type: event.type, field },
      key,
    );
    if (fields === 'erased') return event;
    const words = new Set(wordsOf(fields));
    return { ...event, tokens: [...words].map((word) => tokenOf(this.vault, word)) };
  }

  private sealedIn({ type, data }: ClientEvent): Sealed | undefined {
    switch (type) {
      case 'LeadAdded':
      case 'ClientRegistered':
      case 'ContactChanged': {
        const { clientId, storeId, contact: envelope } = data;
        if (envelope === null) return undefined;
        const wordsOf = (contact: Contact) => [
          wordOfStore(storeId),
          ...wordsOfContact(contact, this.countryCode),
        ];
        return { clientId, purpose: 'contact', field: 'contact', envelope, wordsOf };
      }
      case 'FileSectionUpdated': {
        const { clientId, section, sealed: envelope } = data;
        const searched: readonly string[] = isSection(section) ? SECTIONS[section].searched : [];
        if (searched.length === 0) return undefined;
        const wordsOf = (fields: Record<string, unknown>) => textsOf(fields, searched).flatMap(wordsOfText);
        return { clientId, purpose: 'file', field: section, envelope, wordsOf };
      }
      default:
        return undefined;
    }
  }
}

/** The texts of some fields; of a list each. */
export const textsOf = (fields: Record<string, unknown>, names: readonly string[]): string[] =>
  names.flatMap((name) => fields[name] ?? []).map(String);
