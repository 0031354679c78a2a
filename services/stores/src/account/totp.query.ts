import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as authenticator apps have it, which take no other: HMAC-SHA-1, whose weakness is not that of SHA-1 alone; six digits. */
const KIND = { issuer: 'Liren', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** As long as what HMAC-SHA-1 makes of it (RFC 4226, 4). */
const SECRET_BYTES = 20;
/** Steps that the clock of a phone may be ahead or behind. */
const DRIFT = 1;

/** In base32, random. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator app reads, as a picture or by hand. */
export const uriOf = (secret: string, login: string): string =>
  new TOTP({ ...KIND, label: login, secret }).toString();

/** The step of time whose code this is, around a moment; null when it is none. */
export const stepOf = (secret: string, code: string, at: Date): number | null => {
  if (!/^[0-9]{6}$/.test(code)) return null; // the library minds other digits than these
  const timestamp = at.getTime();
  const drift = new TOTP({ ...KIND, secret }).validate({ token: code, timestamp, window: DRIFT });
  return drift === null ? null : TOTP.counter({ period: KIND.period, timestamp }) + drift;
};
