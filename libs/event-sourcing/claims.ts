import type { ClaimChange } from './aggregate.js';

/** Takes a key that only one stream may hold. */
export const claim = (key: string): ClaimChange => ({ action: 'take', key });

/** Takes a key for the time from `from` until just before `to`. */
export const claimRange = (key: string, from: string, to: string): ClaimChange => ({
  action: 'take',
  key,
  range: { from, to },
});

/** Gives back what a stream holds of a key. */
export const release = (key: string): ClaimChange => ({ action: 'release', key });
