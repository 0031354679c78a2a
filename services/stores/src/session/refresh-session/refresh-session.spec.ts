import { decisions } from '#libs/testing';
import { aSessionStarted, morning, sessionId } from '../../testing/staff.builders.js';
import type { SessionEnded, SessionRefreshed } from '../session.events.js';
import { session } from '../session.js';
import { RefreshSession, refreshSession } from './refresh-session.js';

const spec = decisions(session, refreshSession);
const soon = '2026-03-01T01:15:00.000Z';

const refreshing = (data: Partial<RefreshSession['data']> = {}): RefreshSession =>
  new RefreshSession({ sessionId, tokenHash: 'first', newTokenHash: 'second', epoch: 0, at: soon, ...data });
const refreshed = (tokenHash = 'second', occurredAt = soon): SessionRefreshed => ({
  type: 'SessionRefreshed',
  occurredAt,
  data: { sessionId, tokenHash },
});
const ended = (reason: SessionEnded['data']['reason'], occurredAt = soon): SessionEnded => ({
  type: 'SessionEnded',
  occurredAt,
  data: { sessionId, reason },
});

describe('refreshing a session', () => {
  it('takes the refresh token once and gives another', () => {
    spec.given(aSessionStarted()).when(refreshing()).then(refreshed());
  });

  it('lets a second tab send the same token at the same moment', () => {
    const [at, late] = ['2026-03-01T01:15:10.000Z', '2026-03-01T01:15:10.001Z'];
    spec.given(aSessionStarted(), refreshed()).when(refreshing({ at })).thenNothing();
    spec
      .given(aSessionStarted(), refreshed())
      .when(refreshing({ at: late }))
      .then(ended('token-reused', late));
  });

  it('ends when a token comes again that was used long ago', () => {
    spec
      .given(aSessionStarted(), refreshed(), refreshed('third'))
      .when(refreshing())
      .then(ended('token-reused'));
  });

  it('does not end for a token that never was its own', () => {
    spec
      .given(aSessionStarted())
      .when(refreshing({ tokenHash: 'guessed' }))
      .thenRefused('session-ended');
  });

  it('ends after twelve hours, and after two that nobody used it', () => {
    const at = '2026-03-01T03:00:00.001Z';
    spec.given(aSessionStarted()).when(refreshing({ at })).then(ended('idle', at));
    const evening = '2026-03-01T13:00:00.000Z';
    const used = refreshed('second', '2026-03-01T12:50:00.000Z');
    spec
      .given(aSessionStarted(), used)
      .when(refreshing({ tokenHash: 'second', at: evening }))
      .then(ended('too-old', evening));
  });

  it('ends when what the account may do has changed, or the account is gone', () => {
    for (const epoch of [1, null])
      spec.given(aSessionStarted()).when(refreshing({ epoch })).then(ended('access-changed'));
  });

  it('is refused after the end, and where none began', () => {
    spec
      .given(aSessionStarted(), ended('signed-out', morning))
      .when(refreshing())
      .thenRefused('session-ended');
    spec.given().when(refreshing()).thenRefused('session-ended');
  });
});
