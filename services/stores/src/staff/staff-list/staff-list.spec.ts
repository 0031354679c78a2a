import { views } from '#libs/testing';
import {
  aPasswordSet,
  aSignedIn,
  aStaffHired,
  anAccessChanged,
  anEmploymentEnded,
  morning,
} from '../../testing/staff.builders.js';
import { staffList } from './staff-list.projection.js';

describe('the list of staff', () => {
  it('shows post, role and stores as they are now', () => {
    const { staffId, post } = aStaffHired().data;
    views(staffList)
      .given(aStaffHired(), aSignedIn(), anAccessChanged(), aPasswordSet())
      .thenRows({
        staffId,
        post,
        role: 'consultant',
        storeIds: ['sh-01'],
        status: 'employed',
        since: morning,
      });
  });

  it('still knows who has left', () => {
    views(staffList).given(aStaffHired(), anEmploymentEnded()).thenRows({ status: 'left' });
  });
});
