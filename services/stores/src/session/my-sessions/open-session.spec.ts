import { views } from '#libs/testing';
import { aSessionStarted, morning, sessionId, staffId } from '../../testing/staff.builders.js';
import type { SessionEnded, SessionRefreshed } from '../session.events.js';
import { openSession } from './open-session.projection.js';

const later = '2026-03-01T02:00:00.000Z';
const refreshed: SessionRefreshed = {
  type: 'SessionRefreshed',
  occurredAt: later,
  data: { sessionId, tokenHash: 'second' },
};
const ended: SessionEnded = {
  type: 'SessionEnded',
  occurredAt: later,
  data: { sessionId, reason: 'signed-out' },
};

describe('sessions that nobody has ended', () => {
  it('are known by when they began, when they were last used, and from where', () => {
    const started = aSessionStarted({ from: 'Firefox on Linux' });
    const row = { sessionId, staffId, epoch: 0, startedAt: morning, from: 'Firefox on Linux' };
    views(openSession)
      .given(started)
      .thenRows({ ...row, lastUsedAt: morning });
    views(openSession)
      .given(started, refreshed)
      .thenRows({ ...row, lastUsedAt: later });
  });

  it('may have begun before that was kept', () => {
    views(openSession).given(aSessionStarted()).thenRows({ from: null });
  });

  it('are no longer among them once they end', () => {
    views(openSession).given(aSessionStarted(), refreshed, ended).thenRows();
    views(openSession).given(aSessionStarted(), ended, refreshed).thenRows();
  });
});
