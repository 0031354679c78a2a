import type { Aggregate } from '#libs/event-sourcing';
import { areTwoFactors } from '../staff/second-factor.js';
import type { SessionEvent } from './session.events.js';

export interface StartedSession {
  readonly status: 'open' | 'ended';
  readonly staffId: string;
  readonly epoch: number;
  readonly tokenHash: string;
  /** Hashes of refresh tokens used before, oldest first. */
  readonly used: readonly string[];
  readonly startedAt: string;
  readonly refreshedAt: string;
  readonly endsAt: string;
  /** Whether two factors were shown to begin it. */
  readonly isTwoFactor: boolean;
  /** The one it began in; null where that keeps nothing. */
  readonly browser: string | null;
}

export type Session = { readonly status: 'unknown' } | StartedSession;

export const session: Aggregate<Session, SessionEvent> = {
  category: 'session',
  initial: { status: 'unknown' },
  evolve: (before, { type, data, occurredAt }) => {
    const known = before as StartedSession;
    switch (type) {
      case 'SessionStarted': {
        const { staffId, epoch, tokenHash, endsAt, ways = [], browser = null } = data;
        const times = { startedAt: occurredAt, refreshedAt: occurredAt, endsAt };
        const isTwoFactor = areTwoFactors(ways);
        return { status: 'open', staffId, epoch, tokenHash, used: [], ...times, isTwoFactor, browser };
      }
      case 'SessionRefreshed':
        return {
          ...known,
          tokenHash: data.tokenHash,
          used: [...known.used, known.tokenHash],
          refreshedAt: occurredAt,
        };
      case 'SessionEnded':
        return { ...known, status: 'ended' };
    }
  },
};
