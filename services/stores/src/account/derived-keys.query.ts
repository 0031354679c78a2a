import { hkdfSync } from 'node:crypto';
import type { Key } from '#libs/privacy';

// Derived from the secret that services share, one for each use, so that a copy of the database alone is worth nothing.

/** Seals the keys that tokens are signed with. */
export const sealingKey = (secret: Uint8Array): Key => ({
  version: 1,
  bytes: derived(secret, 'seal signing keys'),
});

/** Seals the secrets of second factors. */
export const factorKey = (secret: Uint8Array): Key => ({
  version: 1,
  bytes: derived(secret, 'seal second factors'),
});

/** Finds logins without telling them. */
export const loginIndexKey = (secret: Uint8Array): Uint8Array => derived(secret, 'index logins');

/** Finds the provider's persons without telling them. */
export const identityIndexKey = (secret: Uint8Array): Uint8Array => derived(secret, 'index identities');

const derived = (secret: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', use, 32));
