import type { Projection } from '#libs/event-sourcing';
import type { SessionEvent } from '../session.events.js';

export interface OpenSessionRow {
  sessionId: string;
  staffId: string;
  /** The account's, as it was when the session began: it ends with it. */
  epoch: number;
  startedAt: string;
  lastUsedAt: string;
  endsAt: string;
  /** Null for sessions from before that was kept. */
  from: string | null;
}

/** Sessions that nobody has ended; those that ended by themselves are told by their times and their epoch. */
export const openSession: Projection<SessionEvent, OpenSessionRow> = {
  name: 'open_session',
  of: ['session'],
  columns: {
    sessionId: 'text',
    staffId: 'text not null',
    epoch: 'integer not null',
    startedAt: 'timestamptz not null',
    lastUsedAt: 'timestamptz not null',
    endsAt: 'timestamptz not null',
    from: 'text',
  },
  key: 'sessionId',
  indexes: ['"staffId", "endsAt"'],
  reads: ({ type, data }) => (type === 'SessionRefreshed' ? [data.sessionId] : []),
  on: {
    SessionStarted: ({ data, occurredAt: startedAt }, rows) => {
      const { sessionId, staffId, epoch, endsAt, from = null } = data;
      rows.set(sessionId, { sessionId, staffId, epoch, startedAt, lastUsedAt: startedAt, endsAt, from });
    },
    SessionRefreshed: ({ data: { sessionId }, occurredAt: lastUsedAt }, rows) => {
      const row = rows.get(sessionId);
      if (row !== undefined) rows.set(sessionId, { ...row, lastUsedAt });
    },
    SessionEnded: ({ data: { sessionId } }, rows) => rows.delete(sessionId),
  },
};
