import { decisions } from '#libs/testing';
import {
  aStaffHired,
  anAccessChanged,
  anEmploymentEnded,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import type { Grantor } from '../granting.js';
import { staff } from '../staff.js';
import { ChangeAccess, changeAccess } from './change-access.js';

const spec = decisions(staff, changeAccess);

const changing = (
  data: Partial<ChangeAccess['data']> = {},
  by: Grantor = { role: 'hq-admin', stores: 'every' },
): ChangeAccess =>
  new ChangeAccess({ staffId, role: 'consultant', storeIds: ['sh-01'], changedAt: morning, by, ...data });

describe('changing what somebody may do', () => {
  it('gives her another role, and makes what was signed before good no more', () => {
    spec.given(aStaffHired()).when(changing()).then(anAccessChanged());
    spec
      .given(aStaffHired(), anAccessChanged())
      .when(changing({ storeIds: ['sh-02'] }))
      .then(anAccessChanged({ storeIds: ['sh-02'], epoch: 2 }));
  });

  it('changes nothing when she has it', () => {
    const hired = aStaffHired({ storeIds: ['sh-01', 'sh-02'] });
    spec
      .given(hired)
      .when(changing({ role: 'therapist', storeIds: ['sh-02', 'sh-01'] }))
      .thenNothing();
  });

  it('is refused to a manager of another store, also for taking away', () => {
    const by: Grantor = { role: 'store-manager', stores: ['sh-02'] };
    spec
      .given(aStaffHired())
      .when(changing({ storeIds: ['sh-02'] }, by))
      .thenRefused('store-not-yours');
  });

  it('is refused for who has more to give than the changer', () => {
    const by: Grantor = { role: 'store-manager', stores: ['sh-01'] };
    spec
      .given(aStaffHired({ role: 'regional-manager' }))
      .when(changing({}, by))
      .thenRefused('role-not-yours-to-give');
  });

  it('is over for who has left: it would move her last day to another store', () => {
    spec
      .given(aStaffHired(), anEmploymentEnded())
      .when(changing({ storeIds: ['sh-02'] }))
      .thenRefused('staff-has-left');
  });

  it('does not know who was never hired', () => {
    spec.given().when(changing()).thenRefused('unknown-staff');
  });
});
