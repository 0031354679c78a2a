import { Rejection, type Decide } from '#libs/event-sourcing';
import { IDLE_HOURS, SECOND_TAB_MS } from '../session-policy.js';
import type { SessionEnded, SessionEvent } from '../session.events.js';
import type { Session, StartedSession } from '../session.js';

export class RefreshSession {
  constructor(
    readonly data: {
      readonly sessionId: string;
      readonly tokenHash: string;
      readonly newTokenHash: string;
      /** The account's now; null when there is no such account any more. */
      readonly epoch: number | null;
      readonly at: string;
    },
  ) {}
}

export const sessionEnded = (): Rejection =>
  new Rejection('session-ended', 'The session has ended. Sign in again.');

/** A refresh token is good once. A used one that comes again was taken by somebody: the session ends for both. */
export const refreshSession: Decide<RefreshSession, Session, SessionEvent> = ({ data }, state) => {
  const { sessionId, tokenHash, newTokenHash, at: occurredAt } = data;
  if (state.status !== 'open' || !isOurs(tokenHash, state)) throw sessionEnded();
  const reason = reasonToEnd(data, state);
  if (reason !== undefined) return [{ type: 'SessionEnded', occurredAt, data: { sessionId, reason } }];
  if (tokenHash !== state.tokenHash) return []; // the second tab
  return [{ type: 'SessionRefreshed', occurredAt, data: { sessionId, tokenHash: newTokenHash } }];
};

/** A guess ends nothing: else whoever sees a session's id could end it. */
const isOurs = (tokenHash: string, session: StartedSession): boolean =>
  tokenHash === session.tokenHash || session.used.includes(tokenHash);

const reasonToEnd = (
  { tokenHash, epoch, at }: RefreshSession['data'],
  session: StartedSession,
): SessionEnded['data']['reason'] | undefined => {
  const idleMs = Date.parse(at) - Date.parse(session.refreshedAt);
  if (epoch !== session.epoch) return 'access-changed';
  if (at >= session.endsAt) return 'too-old';
  if (idleMs > IDLE_HOURS * 3_600_000) return 'idle';
  const isSecondTab = tokenHash === session.used.at(-1) && idleMs <= SECOND_TAB_MS;
  return tokenHash === session.tokenHash || isSecondTab ? undefined : 'token-reused';
};
