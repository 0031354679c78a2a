import { views } from '#libs/testing';
import {
  aSecondFactorRemoved,
  aSecondFactorSetUp,
  aSessionStarted,
  aStaffHired,
  anAccessChanged,
  anEmploymentEnded,
  morning,
  sessionId,
  staffId,
} from '../../testing/staff.builders.js';
import type { SessionEnded } from '../session.events.js';
import { endedAccess } from './ended-access.projection.js';

const ended: SessionEnded = {
  type: 'SessionEnded',
  occurredAt: morning,
  data: { sessionId, reason: 'signed-out' },
};

describe('what makes tokens bad before they expire', () => {
  it('is the end of their session', () => {
    views(endedAccess).given(aSessionStarted(), ended).thenRows({ id: sessionId, epoch: null });
  });

  it('is a change of what the account may do: of its epoch, the latest', () => {
    views(endedAccess)
      .given(aStaffHired(), anAccessChanged(), anEmploymentEnded({ epoch: 2 }))
      .thenRows({ id: staffId, epoch: 2 });
  });

  it('is a second factor that is set up, or taken away', () => {
    views(endedAccess).given(aStaffHired(), aSecondFactorSetUp()).thenRows({ id: staffId, epoch: 1 });
    views(endedAccess)
      .given(aStaffHired(), aSecondFactorSetUp(), aSecondFactorRemoved())
      .thenRows({ id: staffId, epoch: 2 });
  });
});
