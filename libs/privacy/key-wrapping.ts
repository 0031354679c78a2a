import { createHash, hkdfSync } from 'node:crypto';
import { decrypt, encrypt, type Cipher, type Envelope } from './envelope.js';
import { KEY_BYTES } from './key-file.js';

/** A data key as the table keeps it: JSON that its wrapping alone understands. */
export type Wrapped = Readonly<Record<string, unknown>>;

/** What wraps data keys: a key-encryption key at hand, or a key management service that never gives its own out. */
export interface KeyWrapping {
  /** Tells key-encryption keys apart; kept beside what was wrapped. */
  readonly id: string;
  /** `name` is where the key belongs; what was wrapped for one place does not unwrap for another. */
  wrap(key: Uint8Array, name: string): Promise<Wrapped>;
  /** Throws when it was wrapped by another, for another place, or changed. */
  unwrap(wrapped: Wrapped, name: string): Promise<Uint8Array>;
  /** What blind indexes were made with before the key for them was kept in the table. */
  readonly formerIndexKey?: Uint8Array;
}

/**
 * The key-encryption keys of a process. Rotation: all processes learn of the `next`; then one after the other has it as
 * its current one and the one before as `previous`, from which keys are wrapped anew; then the one before is forgotten.
 */
export interface KeyRing {
  readonly current: KeyWrapping;
  readonly previous?: readonly KeyWrapping[];
  readonly next?: readonly KeyWrapping[];
}

/** `cipher` is what it wraps with; it unwraps whatever was wrapped with this key-encryption key, in any. */
export const localWrapping = (kek: Uint8Array, cipher?: Cipher): KeyWrapping => {
  const key = { version: 1, bytes: derived(kek, 'wrap data keys'), cipher };
  return {
    id: createHash('sha256').update(derived(kek, 'name')).digest('hex').slice(0, 16),
    formerIndexKey: derived(kek, 'blind index'),
    wrap: (bytes, name) => Promise.resolve({ ...encrypt(Buffer.from(bytes).toString('base64'), name, key) }),
    unwrap: async (wrapped, name) =>
      Buffer.from(await Promise.resolve(decrypt(wrapped as unknown as Envelope, name, key)), 'base64'),
  };
};

/** A key for one use, so that no key has two. */
const derived = (key: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', use, KEY_BYTES));
