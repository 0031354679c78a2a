import type { DomainEvent } from '#libs/event-sourcing';
import type { SignInWay } from '../staff/second-factor.js';

export type SessionStarted = DomainEvent<
  'SessionStarted',
  {
    sessionId: string;
    staffId: string;
    /** The account's, as it was then. */
    epoch: number;
    /** SHA-256 of the refresh token; 32 random bytes, so that nobody guesses it from this. */
    tokenHash: string;
    endsAt: string;
    /** What was shown to begin it; facts from before there was more than one way do not say. */
    ways?: readonly SignInWay[];
    /** In coarse words; see `where-from.ts`. */
    from?: string;
    /** Hash of what the browser keeps. */
    browser?: string;
  }
>;

export type SessionRefreshed = DomainEvent<'SessionRefreshed', { sessionId: string; tokenHash: string }>;

export type SessionEnded = DomainEvent<
  'SessionEnded',
  {
    sessionId: string;
    reason: 'signed-out' | 'token-reused' | 'too-old' | 'idle' | 'access-changed';
  }
>;

export type SessionEvent = SessionStarted | SessionRefreshed | SessionEnded;
