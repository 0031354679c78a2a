import { decisions } from '#libs/testing';
import { aSessionStarted, morning } from '../../testing/staff.builders.js';
import { session } from '../session.js';
import { StartSession, startSession } from './start-session.js';

const spec = decisions(session, startSession);
const { endsAt: _endsAt, ...begun } = aSessionStarted().data;
const starting = new StartSession({ ...begun, startedAt: morning });

describe('starting a session', () => {
  it('lets it last a working day', () => {
    spec.given().when(starting).then(aSessionStarted());
  });

  it('starts nothing the second time', () => {
    spec.given(aSessionStarted()).when(starting).thenNothing();
  });
});
