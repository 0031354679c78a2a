import type { SignInFailed } from './staff.events.js';
import type { Employed } from './staff.js';

const MINUTE_MS = 60_000;
/** Wrong passwords in a row that are taken as mistakes. */
const MISTAKES = 5;
const LONGEST_MINUTES = 60;

/**
 * Until when an account takes no password after so many wrong ones in a row; null while they may be mistakes. Each further
 * one doubles the time, to an hour at most: a guesser gets 24 tries a day, far below the 100 in a row of NIST SP 800-63B.
 */
export const lockedUntil = (failures: number, at: string): string | null => {
  if (failures < MISTAKES) return null;
  const minutes = Math.min(2 ** (failures - MISTAKES), LONGEST_MINUTES);
  return new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString();
};

/**
 * Tries from a browser in which she has signed in are counted for it alone, all others together: a stranger who guesses on
 * locks strangers out, and not her.
 */
const triesOf = (account: Employed, browser: string | null) => {
  const known = account.browsers.find((one) => one.browser === browser);
  const { failures, lockedUntil: until } = known ?? account;
  return { failures, until, isKnown: known !== undefined };
};

export const isLocked = (account: Employed, browser: string | null, at: string): boolean => {
  const { until } = triesOf(account, browser);
  return until !== null && at < until;
};

/** One more wrong password of an account. */
export const wrongPassword = (
  staffId: string,
  account: Employed,
  browser: string | null,
  occurredAt: string,
): SignInFailed => {
  const { failures: before, isKnown } = triesOf(account, browser);
  const failures = before + 1;
  const locked = { failures, lockedUntil: lockedUntil(failures, occurredAt) };
  const from = isKnown && browser !== null ? { browser } : {};
  return { type: 'SignInFailed', occurredAt, data: { staffId, ...locked, ...from } };
};
