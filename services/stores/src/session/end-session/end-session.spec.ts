import { decisions } from '#libs/testing';
import { aSessionStarted, morning, sessionId } from '../../testing/staff.builders.js';
import type { SessionEnded } from '../session.events.js';
import { session } from '../session.js';
import { EndSession, endSession } from './end-session.js';

const spec = decisions(session, endSession);
const ending = new EndSession({ sessionId, at: morning });
const ended: SessionEnded = {
  type: 'SessionEnded',
  occurredAt: morning,
  data: { sessionId, reason: 'signed-out' },
};

describe('signing out', () => {
  it('ends the session', () => {
    spec.given(aSessionStarted()).when(ending).then(ended);
  });

  it('ends nothing the second time, nor what never began', () => {
    spec.given(aSessionStarted(), ended).when(ending).thenNothing();
    spec.given().when(ending).thenNothing();
  });
});
