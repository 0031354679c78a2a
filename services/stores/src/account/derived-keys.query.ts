import { hkdfSync } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { decrypt, encrypt, type Cipher, type Envelope, type Key } from '#libs/privacy';

// Derived from the secret that services share, one for each use, so that a copy of the database alone is worth nothing.

/** Seals the keys that tokens are signed with. */
export const sealingKey = (secret: Uint8Array, cipher?: Cipher): Key => ({
  version: 1,
  bytes: derived(secret, 'seal signing keys'),
  cipher,
});

const INDEX = 'index logins';

/** The key of accounts: finds logins without telling them; others are derived from it. */
export const ACCOUNTS_KEY = Symbol('key of accounts');

/**
 * Claims hold what it made of each login, so it is the same for ever, whatever becomes of the secret: it was derived from the
 * first one, and is kept sealed with the current one.
 */
export const accountsKey = async (
  dataSource: DataSource,
  secrets: readonly [Uint8Array, ...Uint8Array[]],
  cipher?: Cipher,
): Promise<Uint8Array> => {
  const current = { ...indexSealing(secrets[0]), cipher };
  const made = encrypt(base64(derived(secrets[0], INDEX)), INDEX, current);
  await dataSource.query('insert into login_index_key (sealed) values ($1) on conflict do nothing', [made]);
  const rows = await dataSource.query<{ sealed: Envelope }[]>('select sealed from login_index_key');
  const { sealed } = rows[0]!;
  const { key, by } = opened(sealed, secrets);
  if (by > 0) {
    const anew = encrypt(key, INDEX, current);
    await dataSource.query('update login_index_key set sealed = $1', [anew]);
  }
  return Buffer.from(key, 'base64');
};

const opened = (sealed: Envelope, secrets: readonly Uint8Array[]): { key: string; by: number } => {
  for (const [by, secret] of secrets.entries()) {
    try {
      return { key: decrypt(sealed, INDEX, indexSealing(secret)), by };
    } catch {
      continue; // it is another's, or nobody's
    }
  }
  throw new Error(
    'LIREN_SERVICE_SECRET is none that this database knows: give the one before as well, behind a comma.',
  );
};

const indexSealing = (secret: Uint8Array): Key => ({ version: 1, bytes: derived(secret, 'seal index key') });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Finds the provider's persons without telling them. */
export const identityIndexKey = (ofAccounts: Uint8Array): Uint8Array =>
  derived(ofAccounts, 'index identities');

/** Seals the secrets of second factors. */
export const factorKey = (ofAccounts: Uint8Array, cipher?: Cipher): Key => ({
  version: 1,
  bytes: derived(ofAccounts, 'seal second factors'),
  cipher,
});

const derived = (secret: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', use, 32));
