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

export const isLocked = ({ lockedUntil: until }: Pick<Employed, 'lockedUntil'>, at: string): boolean =>
  until !== null && at < until;

/** One more wrong password of an account. */
export const wrongPassword = (staffId: string, account: Employed, occurredAt: string): SignInFailed => {
  const failures = account.failures + 1;
  const locked = { failures, lockedUntil: lockedUntil(failures, occurredAt) };
  return { type: 'SignInFailed', occurredAt, data: { staffId, ...locked } };
};
