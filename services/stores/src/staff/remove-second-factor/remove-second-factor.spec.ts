import { decisions } from '#libs/testing';
import {
  aSecondFactorRemoved,
  aSecondFactorSetUp,
  aStaffHired,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import { staff } from '../staff.js';
import { RemoveSecondFactor, removeSecondFactor } from './remove-second-factor.js';

const spec = decisions(staff, removeSecondFactor);
const removing = (by = 'an administrator'): RemoveSecondFactor =>
  new RemoveSecondFactor({ staffId, reason: 'lost', at: morning, by });

describe('taking a second factor away', () => {
  it('is said with its reason, and ends every session', () => {
    spec.given(aStaffHired(), aSecondFactorSetUp()).when(removing()).then(aSecondFactorRemoved());
  });

  it('changes nothing where there is none', () => {
    spec.given(aStaffHired()).when(removing()).thenNothing();
    spec.given(aStaffHired(), aSecondFactorSetUp(), aSecondFactorRemoved()).when(removing()).thenNothing();
  });

  it('is not done by its holder, who may set up another', () => {
    spec
      .given(aStaffHired(), aSecondFactorSetUp())
      .when(removing(staffId))
      .thenRefused('second-factor-yours');
  });

  it('does not know who was never hired', () => {
    spec.given().when(removing()).thenRefused('unknown-staff');
  });
});
