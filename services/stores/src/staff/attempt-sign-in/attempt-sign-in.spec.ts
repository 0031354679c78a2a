import { decisions } from '#libs/testing';
import {
  aPasswordSet,
  aSignedIn,
  aSignInFailed,
  aStaffHired,
  anEmploymentEnded,
  morning,
  sessionId,
  staffId,
} from '../../testing/staff.builders.js';
import { lockedUntil } from '../lock-out.js';
import { staff } from '../staff.js';
import { AttemptSignIn, attemptSignIn } from './attempt-sign-in.js';

const spec = decisions(staff, attemptSignIn);

const trying = (passwordMatches: boolean, at = morning): AttemptSignIn =>
  new AttemptSignIn({ staffId, passwordMatches, sessionId, at });

const wrong = (times: number): ReturnType<typeof aSignInFailed>[] =>
  Array.from({ length: times }, (_, at) =>
    aSignInFailed({ failures: at + 1, lockedUntil: lockedUntil(at + 1, morning) }),
  );

const record = (...past: Parameters<typeof staff.evolve>[1][]) => past.reduce(staff.evolve, staff.initial);

describe('signing in', () => {
  it('is recorded with its session', () => {
    expect(attemptSignIn(trying(true), record(aStaffHired()))).toEqual([aSignedIn()]);
  });

  it('counts wrong passwords in a row, and takes four of them for mistakes', () => {
    expect(attemptSignIn(trying(false), record(aStaffHired(), ...wrong(3)))).toEqual([
      aSignInFailed({ failures: 4 }),
    ]);
    expect(attemptSignIn(trying(true), record(aStaffHired(), ...wrong(4)))).toEqual([aSignedIn()]);
    expect(attemptSignIn(trying(false), record(aStaffHired(), ...wrong(4), aSignedIn()))).toEqual([
      aSignInFailed({ failures: 1 }),
    ]);
  });

  it('locks the account for a minute at the fifth, and longer with each further one, to an hour', () => {
    expect(attemptSignIn(trying(false), record(aStaffHired(), ...wrong(4)))).toEqual([
      aSignInFailed({ failures: 5, lockedUntil: '2026-03-01T01:01:00.000Z' }),
    ]);
    expect(lockedUntil(6, morning)).toBe('2026-03-01T01:02:00.000Z');
    expect(lockedUntil(11, morning)).toBe('2026-03-01T02:00:00.000Z');
    expect(lockedUntil(500, morning)).toBe('2026-03-01T02:00:00.000Z');
  });

  it('records nothing while the account is locked, whatever the password', () => {
    const locked = [aStaffHired(), ...wrong(5)];
    spec
      .given(...locked)
      .when(trying(true))
      .thenNothing();
    spec
      .given(...locked)
      .when(trying(false, '2026-03-01T01:00:59.999Z'))
      .thenNothing();
  });

  it('looks at the password again when the time is over, or an administrator has set a new one', () => {
    const later = trying(true, '2026-03-01T01:01:00.000Z');
    expect(attemptSignIn(later, record(aStaffHired(), ...wrong(5)))).toHaveLength(1);
    const renewed = record(aStaffHired(), ...wrong(5), aPasswordSet({ by: 'administrator' }));
    expect(attemptSignIn(trying(true), renewed)).toEqual([aSignedIn()]);
  });

  it('is over for who has left', () => {
    spec.given(aStaffHired(), anEmploymentEnded()).when(trying(true)).thenNothing();
  });
});
