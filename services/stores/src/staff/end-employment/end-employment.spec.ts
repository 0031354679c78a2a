import { decisions } from '#libs/testing';
import { aStaffHired, anEmploymentEnded, morning, staffId } from '../../testing/staff.builders.js';
import type { Grantor } from '../granting.js';
import { staff } from '../staff.js';
import { EndEmployment, endEmployment } from './end-employment.js';

const spec = decisions(staff, endEmployment);
const ending = (by: Grantor): EndEmployment =>
  new EndEmployment({ staffId, reason: 'resigned', endedAt: morning, by });

describe('the end of an employment', () => {
  it('makes every token of hers good no more, once', () => {
    spec
      .given(aStaffHired())
      .when(ending({ role: 'store-manager', stores: ['sh-01'] }))
      .then(anEmploymentEnded());
  });

  it('is not for a manager of another store to say', () => {
    spec
      .given(aStaffHired())
      .when(ending({ role: 'store-manager', stores: ['sh-02'] }))
      .thenRefused('store-not-yours');
  });
});
