import { createHmac, randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import { Rejection } from '#libs/event-sourcing';
import type { Key } from './envelope.js';
import type { KeyRing, KeyWrapping } from './key-wrapping.js';
import {
  destroyKeys,
  insertKeys,
  keysWrappedBy,
  readKeys,
  rewrapKeys,
  subjectsWithKeys,
  type KeyRow,
} from './subject-keys.js';

const VERSION = 1;
const ITSELF = 'the vault';
const UNNAMED = '';
const REWRAPPED_AT_ONCE = 500;

/** What a person's data is kept for; each has a key of its own. */
export const PURPOSES = ['contact', 'file', 'health', 'photos'] as const;

interface NewKey {
  readonly subject: string;
  readonly purpose: string;
  readonly key: Key;
}

type NewKeys = Map<string, NewKey>;

/**
 * Data keys, one per person and purpose, wrapped, in the table `subject_key`. Read anew at every use: a key that is
 * destroyed is gone at once, for every process.
 */
export class Vault {
  private indexing: Uint8Array = new Uint8Array();
  private wanted: NewKeys = new Map();
  private writing: Promise<NewKeys> | undefined;
  private readonly wrappings: readonly KeyWrapping[];

  private constructor(
    private readonly pool: pg.Pool,
    private readonly ring: KeyRing,
  ) {
    this.wrappings = [ring.current, ...(ring.previous ?? []), ...(ring.next ?? [])];
  }

  /** Throws when keys in the table were wrapped by a key-encryption key that is not in the ring. */
  static async open(pool: pg.Pool, ring: KeyRing): Promise<Vault> {
    const vault = new Vault(pool, ring);
    const [proof] = await readKeys(pool, [ITSELF], 'proof');
    await vault.make(ITSELF, 'proof');
    await vault.find(ITSELF, 'proof', VERSION);
    vault.indexing = await vault.indexKey(proof);
    return vault;
  }

  /**
   * Her key for a purpose, made where there is none, and durable; what is asked for at one time is written in one commit.
   * Refuses with `erased` where it was destroyed.
   */
  async make(subject: string, purpose: string): Promise<Key> {
    const name = nameOf({ subject, purpose, version: VERSION });
    if (!this.wanted.has(name)) {
      this.wanted.set(name, { subject, purpose, key: { version: VERSION, bytes: randomBytes(32) } });
    }
    this.writing ??= this.writeSoon();
    const made = (await this.writing).get(name)?.key ?? (await this.find(subject, purpose, VERSION));
    if (made !== undefined) return made;
    throw erased(subject);
  }

  /** Undefined when it was destroyed, or never made. */
  async find(subject: string, purpose: string, version: number): Promise<Key | undefined> {
    const row = (await readKeys(this.pool, [subject], purpose)).find((one) => one.version === version);
    return row === undefined ? undefined : this.keyOf(row);
  }

  /** Keys of many for one purpose, in one query; those without are not in it. */
  async findMany(subjects: readonly string[], purpose: string): Promise<ReadonlyMap<string, Key>> {
    const rows = await readKeys(this.pool, subjects, purpose);
    const keys = await Promise.all(rows.map(async (row) => [row.subject, await this.keyOf(row)] as const));
    return new Map(keys.flatMap(([subject, key]) => (key === undefined ? [] : [[subject, key]])));
  }

  /** Whatever was sealed for her is unreadable from now on, for ever. Resolves to how many keys she had; twice is nothing. */
  destroy(subject: string, purposes: readonly string[] = PURPOSES): Promise<number> {
    return destroyKeys(this.pool, subject, purposes);
  }

  /** Those of these who have a key still. */
  undestroyed(subjects: readonly string[]): Promise<string[]> {
    return subjectsWithKeys(this.pool, subjects);
  }

  /** Wraps some keys anew that a previous key-encryption key wraps; resolves to whether there may be more. */
  async rewrap(): Promise<boolean> {
    if ((this.ring.previous ?? []).length === 0) return false;
    const rows = await keysWrappedBy(
      this.pool,
      [UNNAMED, ...this.ring.previous!.map(({ id }) => id)],
      REWRAPPED_AT_ONCE,
    );
    const anew = await Promise.all(rows.map(async (row) => this.wrapped(row, (await this.keyOf(row))!)));
    await rewrapKeys(this.pool, anew);
    return rows.length === REWRAPPED_AT_ONCE;
  }

  /** What finds a value without telling it: the same for the same value, whatever wraps the keys. */
  index(kind: string, value: string): string {
    return createHmac('sha256', this.indexing).update(`${kind}|${value}`).digest('base64url');
  }

  /** A row of its own, so that rotation leaves it as it is. */
  private async indexKey(proof: KeyRow | undefined): Promise<Uint8Array> {
    const purpose = 'blind index';
    const [known] = await readKeys(this.pool, [ITSELF], purpose);
    if (known !== undefined) return (await this.keyOf(known))!.bytes;
    const former = proof && (await this.wrappingOf(proof)).formerIndexKey;
    const key = { version: VERSION, bytes: former ?? randomBytes(32) };
    await insertKeys(this.pool, [await this.wrapped({ subject: ITSELF, purpose, version: VERSION }, key)]);
    return (await this.find(ITSELF, purpose, VERSION))!.bytes; // another process may have been faster
  }

  private async writeSoon(): Promise<NewKeys> {
    await turn();
    const { wanted } = this;
    this.wanted = new Map();
    this.writing = undefined;
    const keys = [...wanted.values()];
    const rows = keys.map(({ subject, purpose, key }) =>
      this.wrapped({ subject, purpose, version: VERSION }, key),
    );
    const made = await insertKeys(this.pool, await Promise.all(rows));
    const names = made.map((one) => nameOf({ ...one, version: VERSION }));
    return new Map(names.map((name) => [name, wanted.get(name)!]));
  }

  private async wrapped(place: Place, { bytes }: Key): Promise<KeyRow> {
    const { subject, purpose, version } = place;
    const { current } = this.ring;
    return { subject, purpose, version, kek: current.id, wrapped: await current.wrap(bytes, nameOf(place)) };
  }

  private async keyOf(row: KeyRow): Promise<Key | undefined> {
    if (row.wrapped === null) return undefined;
    const wrapping = await this.wrappingOf(row);
    return { version: row.version, bytes: await wrapping.unwrap(row.wrapped, nameOf(row)) };
  }

  private async wrappingOf(row: KeyRow): Promise<KeyWrapping> {
    const named = this.wrappings.find(({ id }) => id === row.kek);
    if (named !== undefined) return named;
    for (const one of row.kek === UNNAMED ? this.wrappings : []) {
      if (await unwraps(one, row)) return one;
    }
    throw new Error('Personal data here was sealed with another key-encryption key.');
  }
}

export const erased = (subject: string): Rejection =>
  new Rejection('erased', 'The data of this person was erased.', { subject });

type Place = Pick<KeyRow, 'subject' | 'purpose' | 'version'>;

const nameOf = ({ subject, purpose, version }: Place): string => `${subject}|${purpose}|${version}`;

const unwraps = async (wrapping: KeyWrapping, row: KeyRow): Promise<boolean> => {
  try {
    await wrapping.unwrap(row.wrapped!, nameOf(row));
    return true;
  } catch {
    return false;
  }
};
