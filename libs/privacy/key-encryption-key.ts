import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Cipher } from './envelope.js';
import { keyOf } from './key-file.js';
import { localWrapping, type KeyRing, type KeyWrapping } from './key-wrapping.js';

/** Key-encryption keys as settings give them, in base64. */
export interface GivenKeys {
  readonly current?: string;
  readonly previous?: string;
  readonly next?: string;
}

/**
 * The key that wraps every other: as given, in base64, else the file `kek` of the folder, made where there is none.
 * Whoever loses it has lost all personal data, so it is backed up, and apart from the database.
 */
export const keyEncryptionKey = (given: string | undefined, folder: string): Uint8Array =>
  keyOf({ setting: 'LIREN_KEK', file: 'kek' }, given, folder);

/** That key, with the one before it and the one after it where a rotation is under way (`kek.previous`, `kek.next`). */
export const keyRing = (given: GivenKeys, folder: string, cipher?: Cipher): KeyRing => ({
  current: localWrapping(keyEncryptionKey(given.current, folder), cipher),
  previous: alsoKnown('previous', given.previous, folder),
  next: alsoKnown('next', given.next, folder),
});

const alsoKnown = (which: string, given: string | undefined, folder: string): KeyWrapping[] => {
  const file = `kek.${which}`;
  if (given === undefined && !existsSync(join(folder, file))) return [];
  return [localWrapping(keyOf({ setting: `LIREN_KEK_${which.toUpperCase()}`, file }, given, folder))];
};
