import { keyOf } from './key-file.js';

/**
 * The key that wraps every other: as given, in base64, else the file `kek` of the folder, made where there is none.
 * Whoever loses it has lost all personal data, so it is backed up, and apart from the database.
 */
export const keyEncryptionKey = (given: string | undefined, folder: string): Uint8Array =>
  keyOf({ setting: 'LIREN_KEK', file: 'kek' }, given, folder);
