import { jest } from '@jest/globals';
import {
  aSignInFailed,
  aStaffHired,
  anEmploymentEnded,
  morning,
  staffId,
} from '../testing/staff.builders.js';
import { staff } from '../staff/staff.js';
import type { StaffEvent } from '../staff/staff.events.js';
import { SignInQuery } from './sign-in.query.js';

const account = { staffId, name: '李娜', login: 'lina', passwordHash: 'of hers' };

/** Signing in to an account with this past; undefined where nobody has the login. */
const signingIn = (...past: StaffEvent[]) => {
  const matches = jest.fn<(password: string, hash: string | undefined) => Promise<boolean>>();
  matches.mockResolvedValue(false);
  const query = new SignInQuery(
    { load: () => Promise.resolve({ state: past.reduce(staff.evolve, staff.initial) }) } as never,
    { execute: () => Promise.resolve('wrong') } as never,
    {
      byLogin: () => Promise.resolve(past.length === 0 ? undefined : account),
      byId: () => Promise.resolve(account),
    } as never,
    {} as never,
    { matches } as never,
    {} as never,
    {} as never,
    { now: () => new Date(morning) },
  );
  return {
    matches,
    tried: query.byPassword('lina', 'a guess', { code: undefined, from: 'Firefox', browser: 'desk' }),
  };
};

describe('a try to sign in that leads to nothing', () => {
  const locked = aSignInFailed({ failures: 5, lockedUntil: '2026-03-01T01:01:00.000Z' });

  it.each<[string, StaffEvent[], string | undefined]>([
    ['with a wrong password', [aStaffHired()], 'of hers'],
    ['of a locked account', [aStaffHired(), locked], undefined],
    ['of who has left', [aStaffHired(), anEmploymentEnded()], undefined],
    ['with a login that nobody has', [], undefined],
  ])('hashes a password %s, so that the time does not tell which it was', async (_whose, past, hash) => {
    const { matches, tried } = signingIn(...past);
    await expect(tried).rejects.toMatchObject({ status: 401 });
    expect(matches.mock.calls).toEqual([['a guess', hash]]);
  });
});
