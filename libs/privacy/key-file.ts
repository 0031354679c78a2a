import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of every key and secret of ours. */
export const KEY_BYTES = 32;

/**
 * A key of 32 bytes: as given, in base64, else from a file of the folder, readable by its owner alone, made where there is
 * none. Throws when either is anything else.
 */
export const keyOf = (
  { setting, file }: { setting: string; file: string },
  given: string | undefined,
  folder: string,
): Uint8Array => {
  const path = join(folder, file);
  if (given === undefined && !existsSync(path)) makeFile(folder, path);
  const key = Buffer.from(given ?? readFileSync(path, 'utf8'), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new Error(`The key ${setting} (or ${path}) must be ${KEY_BYTES} bytes in base64.`);
};

/** Written aside, then linked: never half a key, and of two first starts at once both use the one that was first. */
const makeFile = (folder: string, file: string): void => {
  mkdirSync(folder, { recursive: true });
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
};
