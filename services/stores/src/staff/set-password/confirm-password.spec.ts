import { decisions } from '#libs/testing';
import {
  aPasswordSet,
  aSignedIn,
  aSignInFailed,
  aStaffHired,
  anEmploymentEnded,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import { staff } from '../staff.js';
import { ConfirmPassword, confirmPassword, isConfirmed } from './confirm-password.js';

const spec = decisions(staff, confirmPassword);
const saying = (passwordMatches: boolean, at = morning, browser: string | null = null) =>
  new ConfirmPassword({ staffId, passwordMatches, browser, at });
const having = (...past: Parameters<typeof staff.evolve>[1][]) => past.reduce(staff.evolve, staff.initial);
const until = '2026-03-01T01:01:00.000Z';
const locked = aSignInFailed({ failures: 5, lockedUntil: until });

describe('confirming the current password', () => {
  it('is done by the right one, and leaves no fact', () => {
    spec.given(aStaffHired()).when(saying(true)).thenNothing();
    expect(isConfirmed(saying(true), having(aStaffHired()))).toBe(true);
  });

  it('counts wrong ones together with those of signing in, and locks the account as they do', () => {
    expect(isConfirmed(saying(false), having(aStaffHired()))).toBe(false);
    expect(confirmPassword(saying(false), having(aStaffHired()))).toEqual([aSignInFailed()]);
    const four = having(aStaffHired(), aSignInFailed({ failures: 4 }));
    expect(confirmPassword(saying(false), four)).toEqual([locked]);
  });

  it('is not done while the account is locked, whatever the password', () => {
    for (const matches of [true, false]) {
      spec.given(aStaffHired(), locked).when(saying(matches)).thenNothing();
      expect(isConfirmed(saying(matches), having(aStaffHired(), locked))).toBe(false);
    }
    expect(isConfirmed(saying(true, until), having(aStaffHired(), locked))).toBe(true);
    expect(isConfirmed(saying(true), having(aStaffHired(), locked, aPasswordSet()))).toBe(true);
  });

  it('is done in a session of a known browser while strangers are locked out', () => {
    const past = [aStaffHired(), aSignedIn({ browser: 'desk' }), locked];
    expect(isConfirmed(saying(true, morning, 'desk'), having(...past))).toBe(true);
    expect(confirmPassword(saying(false, morning, 'desk'), having(...past))).toEqual([
      aSignInFailed({ browser: 'desk' }),
    ]);
  });

  it('is over for who has left', () => {
    expect(isConfirmed(saying(true), having(aStaffHired(), anEmploymentEnded()))).toBe(false);
    spec.given(aStaffHired(), anEmploymentEnded()).when(saying(false)).thenNothing();
  });
});
