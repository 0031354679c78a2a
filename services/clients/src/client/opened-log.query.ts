import type { LogSource } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { open, type Envelope, type Keys, type Vault } from '#libs/privacy';
import type { ClientEvent } from './client.events.js';

/** What is sealed in a fact, and what of it a view is told. */
export interface Sealed<Told extends object> {
  readonly clientId: string;
  readonly purpose: 'contact' | 'file';
  readonly field: string;
  readonly envelope: Envelope;
  /** Nothing from which anybody learns what was opened. */
  readonly told: (opened: Record<string, unknown>) => Told;
}

/** The log as a view follows it that is made of what is sealed: opened as it is read, it goes on as keyed hashes alone. */
export class OpenedLog<Told extends object> implements LogSource {
  constructor(
    private readonly log: LogSource,
    private readonly vault: Vault,
    private readonly sealedIn: (event: ClientEvent) => Sealed<Told> | undefined,
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
      return one === undefined ? event : opened(event, one, keys[one.purpose].get(one.clientId));
    });
  }
}

/** Without her keys it stays as it is. */
const opened = <Told extends object>(
  event: Recorded<ClientEvent>,
  { field, envelope, told }: Sealed<Told>,
  keys: Keys | undefined,
): Recorded<ClientEvent & Partial<Told>> => {
  const place = { stream: event.stream, type: event.type, field };
  const fields = open<Record<string, unknown>>(envelope, place, keys);
  return fields === 'erased' ? event : { ...event, ...told(fields) };
};
