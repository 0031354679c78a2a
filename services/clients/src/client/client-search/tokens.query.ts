import type { Vault } from '#libs/privacy';

/** A word's token: 63 bits of its keyed hash, as PostgreSQL has them. */
export const tokenOf = (vault: Vault, word: string): string =>
  (Buffer.from(vault.index('search', word), 'base64url').readBigUInt64BE() >> 1n).toString();
