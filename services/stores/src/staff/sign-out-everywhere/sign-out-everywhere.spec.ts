import { aStaffHired, anAccessChanged, morning, staffId } from '../../testing/staff.builders.js';
import type { SignedOutEverywhere } from '../staff.events.js';
import { staff } from '../staff.js';
import { SignOutEverywhere, signOutEverywhere } from './sign-out-everywhere.js';

const signingOut = new SignOutEverywhere({ staffId, at: morning });
const signedOut = (epoch: number): SignedOutEverywhere => ({
  type: 'SignedOutEverywhere',
  occurredAt: morning,
  data: { staffId, epoch },
});

describe('signing out everywhere', () => {
  it('makes all from before good no more, each time it is asked anew', () => {
    const hired = staff.evolve(staff.initial, aStaffHired());
    expect(signOutEverywhere(signingOut, hired)).toEqual([signedOut(1)]);
    const again = staff.evolve(hired, signedOut(1));
    expect(signOutEverywhere(signingOut, again)).toEqual([signedOut(2)]);
  });

  it('goes on from the epoch that another change has made', () => {
    const changed = [aStaffHired(), anAccessChanged({ epoch: 4 })].reduce(staff.evolve, staff.initial);
    expect(signOutEverywhere(signingOut, changed)).toEqual([signedOut(5)]);
  });

  it('does not know who was never hired', () => {
    expect(() => signOutEverywhere(signingOut, staff.initial)).toThrow(
      expect.objectContaining({ code: 'unknown-staff' }),
    );
  });
});
