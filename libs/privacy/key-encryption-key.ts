import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;

/**
 * The key that wraps every other: as given, in base64, else from the file `kek` of the folder, made where there is none.
 * Whoever loses it has lost all personal data, so it is backed up, and apart from the database.
 */
export const keyEncryptionKey = (given: string | undefined, folder: string): Uint8Array => {
  const file = join(folder, 'kek');
  if (given === undefined && !existsSync(file)) makeFile(folder, file);
  const key = Buffer.from(given ?? readFileSync(file, 'utf8'), 'base64');
  if (key.length === BYTES) return key;
  throw new Error(`The key-encryption key (LIREN_KEK, or ${file}) must be ${BYTES} bytes in base64.`);
};

/** Written aside, then linked: never half a key, and of two first starts at once both use the one that was first. */
const makeFile = (folder: string, file: string): void => {
  mkdirSync(folder, { recursive: true });
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
};
