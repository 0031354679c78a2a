import type { Aggregate } from '#libs/event-sourcing';
import type { SessionEvent } from './session.events.js';

export interface StartedSession {
  readonly status: 'open' | 'ended';
  readonly staffId: string;
  readonly epoch: number;
  readonly tokenHash: string;
  /** Hashes of refresh tokens used before, oldest first. */
  readonly used: readonly string[];
  readonly refreshedAt: string;
  readonly endsAt: string;
}

export type Session = { readonly status: 'unknown' } | StartedSession;

export const session: Aggregate<Session, SessionEvent> = {
  category: 'session',
  initial: { status: 'unknown' },
  evolve: (before, { type, data, occurredAt: refreshedAt }) => {
    const known = before as StartedSession;
    switch (type) {
      case 'SessionStarted': {
        const { staffId, epoch, tokenHash, endsAt } = data;
        return { status: 'open', staffId, epoch, tokenHash, used: [], refreshedAt, endsAt };
      }
      case 'SessionRefreshed':
        return { ...known, tokenHash: data.tokenHash, used: [...known.used, known.tokenHash], refreshedAt };
      case 'SessionEnded':
        return { ...known, status: 'ended' };
    }
  },
};
