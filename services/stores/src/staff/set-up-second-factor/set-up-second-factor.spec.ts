import { decisions } from '#libs/testing';
import {
  aSecondFactorSetUp,
  aStaffHired,
  anAccessChanged,
  anEmploymentEnded,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import { staff } from '../staff.js';
import { SetUpSecondFactor, setUpSecondFactor } from './set-up-second-factor.js';

const spec = decisions(staff, setUpSecondFactor);
const confirming = (more: Partial<SetUpSecondFactor['data']> = {}): SetUpSecondFactor => {
  const { epoch, ...data } = aSecondFactorSetUp().data;
  return new SetUpSecondFactor({ ...data, at: morning, ...more });
};

describe('setting up a second factor', () => {
  it('is done by a right code, and ends every session from before', () => {
    spec.given(aStaffHired()).when(confirming()).then(aSecondFactorSetUp());
    spec
      .given(aStaffHired(), anAccessChanged({ epoch: 4 }))
      .when(confirming())
      .then(aSecondFactorSetUp({ epoch: 5 }));
  });

  it('is not done by a wrong code', () => {
    spec
      .given(aStaffHired())
      .when(confirming({ step: null }))
      .thenRefused('wrong-code');
  });

  it('takes the place of the one before, and is done once however often it is confirmed', () => {
    const factorId = '01900000-0000-7000-8000-0000000000d2';
    spec
      .given(aStaffHired(), aSecondFactorSetUp())
      .when(confirming({ factorId }))
      .then(aSecondFactorSetUp({ factorId, epoch: 2 }));
    spec
      .given(aStaffHired(), aSecondFactorSetUp())
      .when(confirming({ step: null }))
      .thenNothing();
    expect(staff.evolve(staff.evolve(staff.initial, aStaffHired()), aSecondFactorSetUp())).toMatchObject({
      secondFactor: { recoveryHashes: ['one', 'two'], lastStep: aSecondFactorSetUp().data.step },
    });
  });

  it('is not for who has left, nor for who was never hired', () => {
    spec.given(aStaffHired(), anEmploymentEnded()).when(confirming()).thenRefused('staff-has-left');
    spec.given().when(confirming({ staffId })).thenRefused('unknown-staff');
  });
});
