import { createHash, randomBytes } from 'node:crypto';
import type { BrowserCookie } from './browser-cookies.query.js';

/** As long as an id token is taken: whoever needs more asks anew. */
const MINUTES = 10;

/** What only this browser has; the nonce is its hash, so that nobody who sees a nonce can pass for this browser. */
export const NONCE: BrowserCookie = { name: 'liren_nonce', path: '/v1/sessions', seconds: MINUTES * 60 };

export const newNonceSecret = (): string => randomBytes(32).toString('base64url');

/** The nonce of a browser; undefined where it has none. */
export const nonceOf = (secret: string | undefined): string | undefined =>
  secret && createHash('sha256').update(secret).digest('base64url');
