import { decisions } from '#libs/testing';
import {
  aPasswordSet,
  anIdentityBound,
  anIdentityReleased,
  aSecondFactorRemoved,
  aSecondFactorSetUp,
  aSignedIn,
  aSignInFailed,
  aStaffHired,
  anEmploymentEnded,
  factorId,
  morning,
  sessionId,
  staffId,
  stepOfMorning,
} from '../../testing/staff.builders.js';
import { lockedUntil } from '../lock-out.js';
import type { FirstWay, SecondProof } from '../second-factor.js';
import { staff, type Employed } from '../staff.js';
import { AttemptSignIn, attempted, attemptSignIn } from './attempt-sign-in.js';

const spec = decisions(staff, attemptSignIn);

const trying = (matches: boolean, at = morning): AttemptSignIn =>
  new AttemptSignIn({
    staffId,
    way: 'password',
    matches,
    provided: null,
    epoch: null,
    browser: null,
    proof: null,
    sessionId,
    at,
  });
/** With the right password, and this beside it. */
const showing = (proof: SecondProof | null, way: FirstWay = 'password'): AttemptSignIn =>
  new AttemptSignIn({
    staffId,
    way,
    matches: true,
    provided: null,
    epoch: null,
    browser: null,
    proof,
    sessionId,
    at: morning,
  });
const codeOf = (step: number | null, of = factorId): SecondProof => ({ factorId: of, step });

const wrong = (times: number): ReturnType<typeof aSignInFailed>[] =>
  Array.from({ length: times }, (_, at) =>
    aSignInFailed({ failures: at + 1, lockedUntil: lockedUntil(at + 1, morning) }),
  );

const record = (...past: Parameters<typeof staff.evolve>[1][]) => past.reduce(staff.evolve, staff.initial);

describe('signing in', () => {
  it('is recorded with its session and by which ways', () => {
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

  it('takes no password that was changed while it was compared, and counts that for nothing', () => {
    const compared = (matches: boolean) => new AttemptSignIn({ ...trying(matches).data, epoch: 0 });
    expect(attempted(compared(true), record(aStaffHired()))).toBe('signed-in');
    for (const matches of [true, false])
      expect(attempted(compared(matches), record(aStaffHired(), aPasswordSet()))).toBe('refused');
  });

  it('is over for who has left', () => {
    spec.given(aStaffHired(), anEmploymentEnded()).when(trying(true)).thenNothing();
  });
});

describe('signing in with a second factor', () => {
  const withFactor = [aStaffHired(), aSecondFactorSetUp()];
  const step = stepOfMorning;

  it('asks for a code when the password is right, and not before', () => {
    spec
      .given(...withFactor)
      .when(showing(null))
      .thenNothing();
    expect(attempted(showing(null), record(...withFactor))).toBe('code-needed');
    expect(attempted(trying(false), record(...withFactor))).toBe('wrong');
    expect(attempted(trying(true), record(aStaffHired()))).toBe('signed-in');
  });

  it('takes a code once, and none from before it', () => {
    const first = aSignedIn({ ways: ['password', 'code'], codeStep: step });
    expect(attemptSignIn(showing(codeOf(step)), record(...withFactor))).toEqual([first]);
    for (const used of [step, step - 1])
      expect(attemptSignIn(showing(codeOf(used)), record(...withFactor, first))).toEqual([aSignInFailed()]);
    expect(attemptSignIn(showing(codeOf(step + 1)), record(...withFactor, first))).toHaveLength(1);
    const confirmedBy = aSecondFactorSetUp().data.step;
    expect(attempted(showing(codeOf(confirmedBy)), record(...withFactor))).toBe('wrong');
  });

  it('takes each recovery code once', () => {
    const first = aSignedIn({ ways: ['password', 'recovery-code'], recoveryHash: 'one' });
    expect(attemptSignIn(showing({ recoveryHash: 'one' }), record(...withFactor))).toEqual([first]);
    const later = record(...withFactor, first);
    expect(attempted(showing({ recoveryHash: 'one' }), later)).toBe('wrong');
    expect(attempted(showing({ recoveryHash: 'two' }), later)).toBe('signed-in');
    expect(attempted(showing({ recoveryHash: 'made up' }), later)).toBe('wrong');
  });

  it('counts wrong codes with wrong passwords, and locks the account as they do', () => {
    const four = [...withFactor, ...wrong(4)];
    expect(attemptSignIn(showing(codeOf(null)), record(...four))).toEqual([
      aSignInFailed({ failures: 5, lockedUntil: '2026-03-01T01:01:00.000Z' }),
    ]);
    expect(attempted(showing(codeOf(step)), record(...withFactor, ...wrong(5)))).toBe('refused');
    // Asking for the code forgives nothing: else who has the password tries codes without end.
    expect(attempted(showing(null), record(...four))).toBe('code-needed');
  });

  it('takes no code of another factor, nor of one whose place another has taken', () => {
    const other = '01900000-0000-7000-8000-0000000000d2';
    expect(attempted(showing(codeOf(step, other)), record(...withFactor))).toBe('wrong');
    const replaced = record(...withFactor, aSecondFactorSetUp({ factorId: other, recoveryHashes: ['new'] }));
    expect(attempted(showing(codeOf(step)), replaced)).toBe('wrong');
    expect(attempted(showing({ recoveryHash: 'one' }), replaced)).toBe('wrong');
    expect(attempted(showing(codeOf(step, other)), replaced)).toBe('signed-in');
  });

  it('goes on after a new password, and ends when it is taken away', () => {
    for (const by of ['herself', 'administrator'] as const)
      expect(attempted(showing(null), record(...withFactor, aPasswordSet({ by })))).toBe('code-needed');
    const without = record(...withFactor, aSecondFactorRemoved());
    expect(attemptSignIn(showing(null), without)).toEqual([aSignedIn()]);
  });

  it('asks who comes from the chain’s provider, too, unless that has asked for two factors', () => {
    expect(attempted(showing(null, 'provider'), record(...withFactor))).toBe('code-needed');
    expect(attemptSignIn(showing(codeOf(step), 'provider'), record(...withFactor))).toEqual([
      aSignedIn({ ways: ['provider', 'code'], codeStep: step }),
    ]);
    expect(attemptSignIn(showing(null, 'strong-provider'), record(...withFactor))).toEqual([
      aSignedIn({ ways: ['strong-provider'] }),
    ]);
  });
});

describe('signing in through the chain’s provider', () => {
  const coming = (identity: string, nonce: string, at = morning): AttemptSignIn => {
    const provided = { identity, nonce };
    return new AttemptSignIn({
      ...{ staffId, way: 'provider', matches: true, provided, epoch: null, browser: null },
      ...{ proof: null, sessionId, at },
    });
  };
  const hers = anIdentityBound();
  const first = aSignedIn({ ways: ['provider'], nonce: 'n1' });

  it('binds the account to who she is there, the first time', () => {
    expect(attemptSignIn(coming('her', 'n1'), record(aStaffHired()))).toEqual([hers, first]);
    expect(attemptSignIn(coming('her', 'n2'), record(aStaffHired(), hers, first))).toEqual([
      aSignedIn({ ways: ['provider'], nonce: 'n2' }),
    ]);
  });

  it('refuses another person of the provider, whatever her address is, and counts that for nothing', () => {
    spec.given(aStaffHired(), hers).when(coming('another', 'n2')).thenNothing();
    expect(attempted(coming('another', 'n2'), record(aStaffHired(), hers))).toBe('refused');
  });

  it('takes a nonce once', () => {
    spec.given(aStaffHired(), hers, first).when(coming('her', 'n1')).thenNothing();
    const evening = '2026-03-01T12:00:00.000Z';
    const later = { ...aSignedIn({ ways: ['provider'], nonce: 'n2' }), occurredAt: evening };
    const nonces = (record(aStaffHired(), hers, first, later) as Employed).nonces;
    expect(nonces).toEqual([{ nonce: 'n2', at: evening }]); // no id token is taken that long
  });

  it('binds nobody while a code is still to come', () => {
    spec.given(aStaffHired(), aSecondFactorSetUp()).when(coming('her', 'n1')).thenNothing();
  });

  it('binds anew once the account was released', () => {
    const released = anIdentityReleased();
    expect(attemptSignIn(coming('another', 'n3'), record(aStaffHired(), hers, first, released))).toEqual([
      anIdentityBound({ identity: 'another' }),
      aSignedIn({ ways: ['provider'], nonce: 'n3' }),
    ]);
  });
});

describe('guessing at somebody’s password', () => {
  const from = (browser: string | null, matches = false, at = morning): AttemptSignIn =>
    new AttemptSignIn({
      ...{ staffId, way: 'password', matches, provided: null, epoch: null, browser },
      ...{ proof: null, sessionId, at },
    });
  const atDesk = aSignedIn({ browser: 'desk' });
  const locked = [aStaffHired(), atDesk, ...wrong(12)];

  it('locks strangers out, and not her, in a browser where she has signed in', () => {
    for (const stranger of [null, 'another'])
      expect(attempted(from(stranger, true), record(...locked))).toBe('refused');
    expect(attemptSignIn(from('desk', true), record(...locked))).toEqual([atDesk]);
  });

  it('goes on to lock them out, however often she signs in there', () => {
    const later = record(...locked, atDesk);
    expect(attempted(from(null, true), later)).toBe('refused');
    const hour = '2026-03-01T02:00:00.000Z';
    expect(attemptSignIn(from(null, false, hour), later)).toEqual([
      { ...aSignInFailed({ failures: 13, lockedUntil: '2026-03-01T03:00:00.000Z' }), occurredAt: hour },
    ]);
  });

  it('from her browser is counted for it alone, and locks it alone', () => {
    const five = Array.from({ length: 5 }, (_, at) =>
      aSignInFailed({ failures: at + 1, lockedUntil: lockedUntil(at + 1, morning), browser: 'desk' }),
    );
    const past = [aStaffHired(), aSignedIn({ browser: 'home' }), atDesk];
    five.forEach((failed, at) =>
      expect(attemptSignIn(from('desk'), record(...past, ...five.slice(0, at)))).toEqual([failed]),
    );
    const state = record(...past, ...five);
    expect(attempted(from('desk', true), state)).toBe('refused');
    for (const elsewhere of ['home', null]) expect(attempted(from(elsewhere, true), state)).toBe('signed-in');
    expect(attempted(from('desk', true), record(...past, ...five, aPasswordSet()))).toBe('signed-in');
  });

  it('is counted for a browser that only says it is hers with those of all strangers', () => {
    expect(attemptSignIn(from('another'), record(aStaffHired(), atDesk))).toEqual([aSignInFailed()]);
  });
});

describe('a password that was made up', () => {
  const until = '2026-03-08T01:00:00.000Z';
  const hired = aStaffHired({ passwordEndsAt: until });

  it('is good until its days are over, unless somebody has changed it', () => {
    expect(attempted(trying(true, '2026-03-08T00:59:59.999Z'), record(hired))).toBe('signed-in');
    spec.given(hired).when(trying(true, until)).thenNothing();
    expect(attempted(trying(true, until), record(hired))).toBe('password-over');
    expect(attempted(trying(true, until), record(hired, aPasswordSet()))).toBe('signed-in');
  });

  it('is told to be over to nobody who does not know it', () => {
    expect(attemptSignIn(trying(false, until), record(hired))).toHaveLength(1);
  });
});
