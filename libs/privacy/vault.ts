import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { Rejection } from '#libs/event-sourcing';
import { decrypt, encrypt, type Envelope, type Key } from './envelope.js';

const VERSION = 1;

/**
 * Data keys, one per person and purpose, wrapped, in the table `subject_key`. Read anew at every use: a key that is
 * destroyed is gone at once, for every process.
 */
export class Vault {
  private readonly wrapping: Key;
  private readonly indexing: Uint8Array;

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

  /** Her key for a purpose, made where there is none, and durable. Refuses with `erased` where it was destroyed. */
  async make(subject: string, purpose: string): Promise<Key> {
    const bytes = randomBytes(32);
    const wrapped = encrypt(bytes.toString('base64'), `${subject}|${purpose}|${VERSION}`, this.wrapping);
    const { rowCount } = await this.pool.query({
      name: 'make-subject-key',
      text: 'insert into subject_key (subject, purpose, version, wrapped) values ($1, $2, $3, $4) on conflict do nothing',
      values: [subject, purpose, VERSION, JSON.stringify(wrapped)],
    });
    const key = rowCount === 1 ? { version: VERSION, bytes } : await this.find(subject, purpose, VERSION);
    if (key !== undefined) return key;
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
    return { version, bytes: this.unwrap(wrapped, `${subject}|${purpose}|${version}`) };
  }

  /** What finds a value without telling it: the same for the same value wherever the key-encryption key is the same. */
  index(kind: string, value: string): string {
    return createHmac('sha256', this.indexing).update(`${kind}|${value}`).digest('base64url');
  }

  private unwrap(wrapped: Envelope, name: string): Uint8Array {
    try {
      return Buffer.from(decrypt(wrapped, name, this.wrapping), 'base64');
    } catch (cause) {
      throw new Error('Personal data here was sealed with another key-encryption key.', { cause });
    }
  }
}

/** A key for one use, so that no key has two. */
const derived = (key: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', use, 32));
