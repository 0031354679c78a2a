import { decisions } from '#libs/testing';
import {
  anEmploymentEnded,
  anIdentityBound,
  aStaffHired,
  herLogin,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import type { Grantor } from '../granting.js';
import { staff } from '../staff.js';
import { EndEmployment, endEmployment } from './end-employment.js';

const spec = decisions(staff, endEmployment(herLogin));
const ending = (by: Grantor): EndEmployment =>
  new EndEmployment({ staffId, reason: 'resigned', endedAt: morning, by });

describe('the end of an employment', () => {
  it('makes every token of hers good no more, once', () => {
    spec
      .given(aStaffHired())
      .when(ending({ role: 'store-manager', stores: ['sh-01'] }))
      .then({ ...anEmploymentEnded(), released: herLogin });
  });

  it('gives her login free, and who she is at the provider', () => {
    const ended = { ...anEmploymentEnded(), released: [...herLogin, 'identity:her'] };
    spec
      .given(aStaffHired(), anIdentityBound())
      .when(ending({ role: 'hq-admin', stores: 'every' }))
      .then(ended);
    expect(staff.claims!(ended)).toEqual([
      { action: 'release', key: 'login:its-index' },
      { action: 'release', key: 'identity:her' },
    ]);
  });

  it('is not for a manager of another store to say', () => {
    spec
      .given(aStaffHired())
      .when(ending({ role: 'store-manager', stores: ['sh-02'] }))
      .thenRefused('store-not-yours');
  });
});
