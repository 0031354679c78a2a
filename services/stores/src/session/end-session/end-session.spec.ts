import { decisions } from '#libs/testing';
import { aSessionStarted, morning, sessionId, staffId } from '../../testing/staff.builders.js';
import type { SessionEnded } from '../session.events.js';
import { session } from '../session.js';
import { EndSession, endSession } from './end-session.js';

const spec = decisions(session, endSession);
const ending = new EndSession({ sessionId, staffId, at: morning });
const ended: SessionEnded = {
  type: 'SessionEnded',
  occurredAt: morning,
  data: { sessionId, reason: 'signed-out' },
};

describe('signing out', () => {
  it('ends the session', () => {
    spec.given(aSessionStarted()).when(ending).then(ended);
  });

  it('ends nothing the second time', () => {
    spec.given(aSessionStarted(), ended).when(ending).thenNothing();
  });

  it('does not know what never began, nor what is somebody else’s', () => {
    spec.given().when(ending).thenRefused('unknown-session');
    const other = '01900000-0000-7000-8000-0000000000a2';
    for (const past of [[], [ended]])
      spec
        .given(aSessionStarted({ staffId: other }), ...past)
        .when(ending)
        .thenRefused('unknown-session');
  });
});
