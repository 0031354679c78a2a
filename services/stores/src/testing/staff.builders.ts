import type { SessionStarted } from '../session/session.events.js';
import type {
  AccessChanged,
  EmploymentEnded,
  PasswordSet,
  SignedIn,
  SignInFailed,
  StaffHired,
} from '../staff/staff.events.js';

export const staffId = '01900000-0000-7000-8000-0000000000a1';
export const sessionId = '01900000-0000-7000-8000-0000000000b1';
export const morning = '2026-03-01T01:00:00.000Z';

export const aStaffHired = (data: Partial<StaffHired['data']> = {}): StaffHired => ({
  type: 'StaffHired',
  occurredAt: morning,
  data: { staffId, post: 'therapist', role: 'therapist', storeIds: ['sh-01'], ...data },
});

export const anAccessChanged = (data: Partial<AccessChanged['data']> = {}): AccessChanged => ({
  type: 'AccessChanged',
  occurredAt: morning,
  data: { staffId, role: 'consultant', storeIds: ['sh-01'], epoch: 1, ...data },
});

export const aPasswordSet = (data: Partial<PasswordSet['data']> = {}): PasswordSet => ({
  type: 'PasswordSet',
  occurredAt: morning,
  data: { staffId, by: 'herself', epoch: 1, ...data },
});

export const aSignedIn = (): SignedIn => ({
  type: 'SignedIn',
  occurredAt: morning,
  data: { staffId, sessionId },
});

export const aSignInFailed = (data: Partial<SignInFailed['data']> = {}): SignInFailed => ({
  type: 'SignInFailed',
  occurredAt: morning,
  data: { staffId, failures: 1, lockedUntil: null, ...data },
});

export const anEmploymentEnded = (data: Partial<EmploymentEnded['data']> = {}): EmploymentEnded => ({
  type: 'EmploymentEnded',
  occurredAt: morning,
  data: { staffId, reason: 'resigned', epoch: 1, ...data },
});

export const aSessionStarted = (data: Partial<SessionStarted['data']> = {}): SessionStarted => ({
  type: 'SessionStarted',
  occurredAt: morning,
  data: { sessionId, staffId, epoch: 0, tokenHash: 'first', endsAt: '2026-03-01T13:00:00.000Z', ...data },
});
