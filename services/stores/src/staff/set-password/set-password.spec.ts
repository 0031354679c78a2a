import {
  aPasswordSet,
  aStaffHired,
  anAccessChanged,
  anEmploymentEnded,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import { staff } from '../staff.js';
import { SetPassword, setPassword } from './set-password.js';

const setting = new SetPassword({ staffId, by: 'herself', setAt: morning, password: 'not in any fact' });

describe('setting a password', () => {
  it('makes what was signed with the old one good no more, each time anew', () => {
    const hired = staff.evolve(staff.initial, aStaffHired());
    expect(setPassword(setting, hired)).toEqual([aPasswordSet()]);
    const changed = staff.evolve(hired, anAccessChanged());
    expect(setPassword(setting, changed)).toEqual([aPasswordSet({ epoch: 2 })]);
  });

  it('does not know who was never hired', () => {
    expect(() => setPassword(setting, staff.initial)).toThrow(
      expect.objectContaining({ code: 'unknown-staff' }),
    );
  });

  it('is not for who has left', () => {
    const left = [aStaffHired(), anEmploymentEnded()].reduce(staff.evolve, staff.initial);
    expect(() => setPassword(setting, left)).toThrow(expect.objectContaining({ code: 'staff-has-left' }));
  });
});
