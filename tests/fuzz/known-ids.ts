import { derivedId } from '#libs/event-store';
import { PLACEHOLDER } from './values.js';

const STRANGERS = 'f2b7a1de-0b6c-5a3e-8d52-5f0f5d1c7e99';
const MOST_ASKED_ABOUT = 50;

/** Names under which the ids of one kind go, too. */
const ALIASES: Readonly<Record<string, string>> = {
  introducerId: 'clientId',
  introducedId: 'clientId',
  mergedId: 'clientId',
  leaderId: 'clientId',
};

/** What has these ids is the chain's, whoever made it. */
const OF_THE_CHAIN = ['itemId', 'regionId', 'documentId'];

const isFile = (value: object): boolean =>
  Buffer.isBuffer(value) || value instanceof FormData || value instanceof Blob;

/** Who is a client of one store may be a member in another. */
const keyOf = (path: string, id: string): string => (path.startsWith('/v1/members') ? `member ${id}` : id);

interface Learned {
  /** What was asked. */
  readonly path: string;
  /** What was there before, and was asked about. */
  readonly about: readonly unknown[];
  /** Something was made. */
  readonly isMade: boolean;
}

/** Ids of one store's things, by what they are ids of. */
export class KnownIds {
  private readonly own = new Set<string>();
  private readonly byName = new Map<string, string[]>();
  private readonly asked = new Set<string>();

  constructor(readonly storeId: string) {}

  /** Takes every id that an answer names; what was made here, or is said to be of this store, belongs to it. */
  learn(answer: unknown, learned: Learned): void {
    if (typeof answer !== 'object' || answer === null) return;
    const { path, about, isMade } = learned;
    let belongs = isMade || (answer as { storeId?: unknown }).storeId === this.storeId;
    for (const [name, value] of Object.entries(answer)) {
      if (typeof value === 'object') this.learn(value, { ...learned, isMade: false });
      else if (typeof value === 'string' && name.endsWith('Id') && name !== 'storeId') {
        this.add(name, value);
        if (belongs && !OF_THE_CHAIN.includes(name) && !about.includes(value))
          this.own.add(keyOf(path, value));
        belongs = isMade; // of what is shown, the first id is its own
      }
    }
  }

  /** Whether what has this id in a path is this store's. */
  has(id: unknown, path: string): boolean {
    return typeof id === 'string' && this.own.has(keyOf(path, id));
  }

  /** Takes who was found by a look-up that brought her consent to it from this store's desk. */
  learnAsked(lookUp: unknown, answer: unknown): void {
    const { consent } = (lookUp ?? {}) as { consent?: unknown };
    const { client } = (answer ?? {}) as { client?: { clientId: string } | null };
    if (consent && client) this.asked.add(client.clientId);
  }

  hasAsked(id: unknown): boolean {
    return typeof id === 'string' && this.asked.has(id);
  }

  /** A placeholder's id: every third is nobody's. */
  private idFor(name: string, at: number): string {
    if (name === 'storeId') return at % 20 === 0 ? `st-${at}` : this.storeId;
    const known = this.byName.get(ALIASES[name] ?? name) ?? [];
    return (
      (at % 3 === 0 ? undefined : known[at % known.length]) ??
      derivedId(STRANGERS, `${this.storeId} ${name} ${at}`)
    );
  }

  /** The same value with ids in place of placeholders. */
  filled(value: unknown): unknown {
    if (typeof value === 'string') {
      const [, name, at] = PLACEHOLDER.exec(value) ?? [];
      return name === undefined ? value : this.idFor(name, Number(at));
    }
    if (Array.isArray(value)) return value.map((one) => this.filled(one));
    if (typeof value !== 'object' || value === null || isFile(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.filled(one)]));
  }

  private add(name: string, id: string): void {
    const ids = this.byName.get(name) ?? [];
    if (!ids.includes(id)) this.byName.set(name, [...ids.slice(-MOST_ASKED_ABOUT), id]);
  }
}
