import type { Decide } from '#libs/event-sourcing';
import { SESSION_HOURS } from '../session-policy.js';
import type { SessionEvent, SessionStarted } from '../session.events.js';
import type { Session } from '../session.js';

export class StartSession {
  constructor(readonly data: Omit<SessionStarted['data'], 'endsAt'> & { readonly startedAt: string }) {}
}

export const startSession: Decide<StartSession, Session, SessionEvent> = ({ data }, state) => {
  const { startedAt: occurredAt, ...started } = data;
  if (state.status !== 'unknown') return [];
  const endsAt = new Date(Date.parse(occurredAt) + SESSION_HOURS * 3_600_000).toISOString();
  return [{ type: 'SessionStarted', occurredAt, data: { ...started, endsAt } }];
};
