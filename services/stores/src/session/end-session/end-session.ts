import { Rejection, type Decide } from '#libs/event-sourcing';
import type { SessionEvent } from '../session.events.js';
import type { Session } from '../session.js';

export class EndSession {
  constructor(
    readonly data: {
      readonly sessionId: string;
      /** Whose it must be. */
      readonly staffId: string;
      readonly at: string;
    },
  ) {}
}

/** Somebody else’s is not known, as one that never began. */
export const endSession: Decide<EndSession, Session, SessionEvent> = ({ data }, state) => {
  const { sessionId, staffId, at: occurredAt } = data;
  if (state.status === 'unknown' || state.staffId !== staffId)
    throw new Rejection('unknown-session', 'You have no such session.', { sessionId }, 'not-found');
  if (state.status === 'ended') return [];
  return [{ type: 'SessionEnded', occurredAt, data: { sessionId, reason: 'signed-out' } }];
};
