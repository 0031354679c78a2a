import type { Decide } from '#libs/event-sourcing';
import type { SessionEvent } from '../session.events.js';
import type { Session } from '../session.js';

export class EndSession {
  constructor(readonly data: { readonly sessionId: string; readonly at: string }) {}
}

export const endSession: Decide<EndSession, Session, SessionEvent> = ({ data }, state) => {
  const { sessionId, at: occurredAt } = data;
  if (state.status !== 'open') return [];
  return [{ type: 'SessionEnded', occurredAt, data: { sessionId, reason: 'signed-out' } }];
};
