import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import { Rejection } from '#libs/event-sourcing';
import { decrypt, encrypt, type Envelope, type Key } from './envelope.js';

const VERSION = 1;

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
  private readonly wrapping: Key;
  private readonly indexing: Uint8Array;
  private wanted: NewKeys = new Map();
  private writing: Promise<NewKeys> | undefined;

  private constructor(
    private readonly pool: pg.Pool,
    kek: Uint8Array,
  ) {
    this.wrapping = { version: VERSION, bytes: derived(kek, 'wrap data keys') };
    this.indexing = derived(kek, 'blind index');
  }

  /** Throws when keys in the table were wrapped by another key-encryption key. */
  static async open(pool: pg.Pool, kek: Uint8Array): Promise<Vault> {
    const vault = new Vault(pool, kek);
    await vault.make('the vault', 'proof');
    await vault.find('the vault', 'proof', VERSION);
    return vault;
  }

  /**
   * Her key for a purpose, made where there is none, and durable; what is asked for at one time is written in one commit.
   * Refuses with `erased` where it was destroyed.
   */
  async make(subject: string, purpose: string): Promise<Key> {
    const name = nameOf(subject, purpose, VERSION);
    if (!this.wanted.has(name)) {
      this.wanted.set(name, { subject, purpose, key: { version: VERSION, bytes: randomBytes(32) } });
    }
    this.writing ??= this.writeSoon();
    const made = (await this.writing).get(name)?.key ?? (await this.find(subject, purpose, VERSION));
    if (made !== undefined) return made;
    throw new Rejection('erased', 'The data of this person was erased.', { subject });
  }

  /** Undefined when it was destroyed, or never made. */
  async find(subject: string, purpose: string, version: number): Promise<Key | undefined> {
    const { rows } = await this.pool.query<{ wrapped: Envelope | null }>({
      name: 'find-subject-key',
      text: 'select wrapped from subject_key where subject = $1 and purpose = $2 and version = $3',
      values: [subject, purpose, version],
    });
    const wrapped = rows[0]?.wrapped ?? undefined;
    if (wrapped === undefined) return undefined;
    return { version, bytes: this.unwrap(wrapped, nameOf(subject, purpose, version)) };
  }

  /** What finds a value without telling it: the same for the same value wherever the key-encryption key is the same. */
  index(kind: string, value: string): string {
    return createHmac('sha256', this.indexing).update(`${kind}|${value}`).digest('base64url');
  }

  private async writeSoon(): Promise<NewKeys> {
    await turn();
    const { wanted } = this;
    this.wanted = new Map();
    this.writing = undefined;
    const keys = [...wanted.values()];
    const { rows } = await this.pool.query<{ subject: string; purpose: string }>({
      name: 'make-subject-keys',
      text: `insert into subject_key (subject, purpose, version, wrapped)
             select s, p, ${VERSION}, w::json from unnest($1::text[], $2::text[], $3::text[]) as wanted(s, p, w)
              order by s, p -- in one order, so that two processes never wait for each other
             on conflict do nothing returning subject, purpose`,
      values: [
        keys.map(({ subject }) => subject),
        keys.map(({ purpose }) => purpose),
        keys.map((one) => JSON.stringify(this.wrap(one))),
      ],
    });
    const names = rows.map(({ subject, purpose }) => nameOf(subject, purpose, VERSION));
    return new Map(names.map((name) => [name, wanted.get(name)!]));
  }

  private wrap({ subject, purpose, key }: NewKey): Envelope {
    const bytes = Buffer.from(key.bytes).toString('base64');
    return encrypt(bytes, nameOf(subject, purpose, key.version), this.wrapping);
  }

  private unwrap(wrapped: Envelope, name: string): Uint8Array {
    try {
      return Buffer.from(decrypt(wrapped, name, this.wrapping), 'base64');
    } catch (cause) {
      throw new Error('Personal data here was sealed with another key-encryption key.', { cause });
    }
  }
}

const nameOf = (subject: string, purpose: string, version: number): string =>
  `${subject}|${purpose}|${version}`;

/** A key for one use, so that no key has two. */
const derived = (key: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', use, 32));
