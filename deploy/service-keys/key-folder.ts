import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '../start-failure.js';

/** The public keys of all services, a JWKS, in a folder that has their private ones beside it. */
export const LIST = 'service-keys.json';

interface Listed extends JsonWebKey {
  /** The service. */
  readonly kid: string;
}

/** A first key for each service that the list has none of. Answers the files of private keys that it added. */
export const makeFirstKeys = (folder: string, services: readonly string[]): string[] => {
  make(folder);
  const list = listIn(folder);
  const without = services.filter((name) => keysOf(name, list).length === 0);
  return addTo(
    folder,
    list,
    without.map((name) => [name, fileOf(name)]),
  );
};

/** A second key for each service that has one: the list holds both, so that either is believed. */
export const makeNextKeys = (folder: string, services: readonly string[]): string[] => {
  const list = listIn(folder);
  const without = services.filter((name) => keysOf(name, list).length === 0);
  if (without.length > 0)
    throw new StartFailure(`${LIST} has no key of ${without.join(', ')}: leave --next out, for a first one.`);
  const single = services.filter((name) => keysOf(name, list).length === 1);
  return addTo(
    folder,
    list,
    single.map((name) => [name, nextOf(name)]),
  );
};

/** The newest key of each service, and no older one, once it is in use. Answers whose older ones were forgotten. */
export const forgetOlderKeys = (folder: string, services: readonly string[]): string[] => {
  const list = listIn(folder);
  const rotated = services.filter((name) => keysOf(name, list).length > 1);
  const unused = rotated.map(nextOf).filter((file) => existsSync(join(folder, file)));
  if (unused.length > 0)
    throw new StartFailure(
      `${unused.join(', ')}: not in use yet. Move it to the name without .next, start the service anew with it, then --forget.`,
    );
  const kept = list.filter((key) => !rotated.includes(key.kid) || key === keysOf(key.kid, list).at(-1));
  if (rotated.length > 0) writeList(folder, kept);
  return rotated;
};

const fileOf = (service: string): string => `${service}.jwk`;
const nextOf = (service: string): string => `${service}.next.jwk`;
const keysOf = (service: string, list: readonly Listed[]): readonly Listed[] =>
  list.filter(({ kid }) => kid === service);

const addTo = (
  folder: string,
  list: readonly Listed[],
  fresh: readonly (readonly [service: string, file: string])[],
): string[] => {
  const added = fresh.map(([kid, file]): Listed => ({ ...publicOf(keyIn(join(folder, file))), kid }));
  if (added.length > 0) writeList(folder, [...list, ...added]);
  return fresh.map(([, file]) => file);
};

/** What a run that broke off has left is taken as it is. */
const keyIn = (file: string): KeyObject => {
  if (existsSync(file)) return readKey(file);
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`, {
    ...{ mode: 0o600, flag: 'wx' },
  });
  return privateKey;
};

const readKey = (file: string): KeyObject => {
  try {
    return createPrivateKey({ key: JSON.parse(readFileSync(file, 'utf8')) as JsonWebKey, format: 'jwk' });
  } catch {
    throw new StartFailure(`${file} is no private key: move it away, and one is made.`);
  }
};

const publicOf = (key: KeyObject): JsonWebKey => createPublicKey(key).export({ format: 'jwk' });

const make = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartFailure(`${folder} cannot be made: ${(error as Error).message}`);
  }
};

const listIn = (folder: string): Listed[] => {
  const file = join(folder, LIST);
  if (!existsSync(file)) return [];
  try {
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: Listed[] };
    return [...keys];
  } catch {
    throw new StartFailure(`${file} is no list of keys: move it away, or bring it back from a backup.`);
  }
};

/** Whole or not at all. */
const writeList = (folder: string, keys: readonly Listed[]): void => {
  const file = join(folder, LIST);
  writeFileSync(`${file}.new`, `${JSON.stringify({ keys }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
};
