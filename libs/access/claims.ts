import type { Role } from './roles.js';

// What tokens of accounts say, for whoever signs and whoever verifies them.

export const ISSUER = 'urn:liren';
export const AUDIENCE = 'liren';
/** RFC 9068; a token for anything else, such as an OIDC provider's id token, has another type. */
export const TOKEN_TYPE = 'at+jwt';
export const ALGORITHM = 'EdDSA';
/** How long a token is good. */
export const TOKEN_SECONDS = 900;

export interface Claims {
  /** The account. */
  readonly sub: string;
  /** The session. */
  readonly sid: string;
  /** Grows when what the account may do changes. */
  readonly epoch: number;
  readonly role: Role;
  readonly stores: readonly string[] | 'every';
}
