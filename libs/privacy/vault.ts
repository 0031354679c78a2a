import { createHmac, randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import { Rejection } from '#libs/event-sourcing';
import { MOST_VERSIONS, type Cipher, type Key, type Keys } from './envelope.js';
import { KEY_BYTES } from './key-file.js';
import type { KeyRing, KeyWrapping } from './key-wrapping.js';
import {
  addVersions,
  destroyKeys,
  insertKeys,
  keysWrappedBy,
  nextVersion,
  readKeys,
  rewrapKeys,
  subjectsNotDestroyed,
  type KeyRow,
} from './subject-keys.js';

/** Of every key the first. */
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
    private readonly cipher: Cipher | undefined,
  ) {
    this.wrappings = [ring.current, ...(ring.previous ?? []), ...(ring.next ?? [])];
  }

  /**
   * `cipher` is what its keys seal with. Throws when keys in the table were wrapped by a key-encryption key that is not in the
   * ring.
   */
  static async open(pool: pg.Pool, ring: KeyRing, cipher?: Cipher): Promise<Vault> {
    const vault = new Vault(pool, ring, cipher);
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
  async make(subject: string, purpose: string): Promise<Keys> {
    const name = nameOf({ subject, purpose, version: VERSION });
    if (!this.wanted.has(name)) {
      this.wanted.set(name, { subject, purpose, key: this.key(VERSION, randomBytes(KEY_BYTES)) });
    }
    this.writing ??= this.writeSoon();
    const made = (await this.writing).get(name)?.key;
    if (made !== undefined) return [made];
    const known = (await this.findMany([subject], purpose)).get(subject);
    if (known !== undefined) return known;
    throw erased(subject);
  }

  /**
   * Which version follows the one that was told: of two who ask at once both are given the same, and so is whoever asks again
   * soon after a crash. One that was never told and is older is passed over, for it is not new any more.
   */
  versionAfter(subject: string, told: number): Promise<number> {
    return nextVersion(this.pool, subject, told);
  }

  /**
   * Of every key of hers a new one, as this version: it seals from now on, those before it open what they sealed. Twice is
   * nothing. Resolves to how many there are new; refuses with `erased` where they were destroyed.
   */
  async replace(subject: string, version: number): Promise<number> {
    if (version > MOST_VERSIONS) throw keysUsedUp(subject);
    const rows = await Promise.all(PURPOSES.map((purpose) => readKeys(this.pool, [subject], purpose)));
    const older = rows.flatMap(([newest]) =>
      newest !== undefined && newest.version < version ? [newest] : [],
    );
    const anew = await Promise.all(
      older.map(({ purpose }) =>
        this.wrapped({ subject, purpose, version }, this.key(version, randomBytes(KEY_BYTES))),
      ),
    );
    const added = await addVersions(this.pool, anew);
    if ((await this.undestroyed([subject])).length === 0) throw erased(subject);
    return added;
  }

  /** Undefined when it was destroyed, or never made. */
  async find(subject: string, purpose: string, version: number): Promise<Key | undefined> {
    const row = (await readKeys(this.pool, [subject], purpose)).find((one) => one.version === version);
    return row === undefined ? undefined : this.keyOf(row);
  }

  /** Keys of many for one purpose, in all their versions, in one query; those without are not in it. */
  async findMany(subjects: readonly string[], purpose: string): Promise<ReadonlyMap<string, Keys>> {
    const rows = await readKeys(this.pool, subjects, purpose);
    const opened = await Promise.all(rows.map((row) => this.keyOf(row)));
    const keys = new Map<string, [Key, ...Key[]]>();
    for (const [at, { subject }] of rows.entries()) {
      const [key, before] = [opened[at], keys.get(subject)];
      if (key !== undefined) keys.set(subject, before === undefined ? [key] : [...before, key]);
    }
    for (const { subject, wrapped } of rows) if (wrapped === null) keys.delete(subject); // all go together
    return keys;
  }

  /** Whatever was sealed for her is unreadable from now on, for ever. Resolves to how many keys she had; twice is nothing. */
  destroy(subject: string, purposes: readonly string[] = PURPOSES): Promise<number> {
    return destroyKeys(this.pool, subject, purposes);
  }

  /** Those of these who have a key still, and those who never had any and could be made one. */
  undestroyed(subjects: readonly string[]): Promise<string[]> {
    return subjectsNotDestroyed(this.pool, subjects);
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
    const key = this.key(VERSION, former ?? randomBytes(KEY_BYTES));
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
    return this.key(row.version, await wrapping.unwrap(row.wrapped, nameOf(row)));
  }

  private key(version: number, bytes: Uint8Array): Key {
    return { version, bytes, cipher: this.cipher };
  }

  private async wrappingOf(row: KeyRow): Promise<KeyWrapping> {
    const named = this.wrappings.find(({ id }) => id === row.kek);
    if (named !== undefined) return named;
    for (const one of row.kek === UNNAMED ? this.wrappings : []) {
      if (await unwraps(one, row)) return one;
    }
    throw new Error(
      'Personal data here was sealed with another key-encryption key (LIREN_KEK, or the file kek): give that one.',
    );
  }
}

export const erased = (subject: string): Rejection =>
  new Rejection('erased', 'The data of this person was erased.', { subject });

const keysUsedUp = (subject: string): Rejection =>
  new Rejection('keys-used-up', `A key is replaced ${MOST_VERSIONS - 1} times at most.`, { subject });

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
