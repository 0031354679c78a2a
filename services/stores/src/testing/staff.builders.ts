import type { SessionStarted } from '../session/session.events.js';
import type {
  AbsenceCancelled,
  AbsenceNoted,
  AccessChanged,
  EmploymentEnded,
  IdentityBound,
  IdentityReleased,
  PasswordSet,
  PostTaken,
  SecondFactorRemoved,
  SecondFactorSetUp,
  SignedIn,
  SignInFailed,
  StaffHired,
  TrainingCompleted,
} from '../staff/staff.events.js';

export const staffId = '01900000-0000-7000-8000-0000000000a1';
export const sessionId = '01900000-0000-7000-8000-0000000000b1';
export const morning = '2026-03-01T01:00:00.000Z';

export const herLogin = ['login:its-index'];

export const aStaffHired = (data: Partial<StaffHired['data']> = {}): StaffHired => ({
  type: 'StaffHired',
  occurredAt: morning,
  claims: herLogin,
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

export const aSignedIn = (data: Partial<SignedIn['data']> = {}): SignedIn => ({
  type: 'SignedIn',
  occurredAt: morning,
  data: { staffId, sessionId, ways: ['password'], ...data },
});

export const factorId = '01900000-0000-7000-8000-0000000000d1';
/** The step of time of that morning. */
export const stepOfMorning = Date.parse(morning) / 30_000;

export const aSecondFactorSetUp = (data: Partial<SecondFactorSetUp['data']> = {}): SecondFactorSetUp => ({
  type: 'SecondFactorSetUp',
  occurredAt: morning,
  data: { staffId, factorId, step: stepOfMorning - 9, recoveryHashes: ['one', 'two'], epoch: 1, ...data },
});

export const aSecondFactorRemoved = (
  data: Partial<SecondFactorRemoved['data']> = {},
): SecondFactorRemoved => ({
  type: 'SecondFactorRemoved',
  occurredAt: morning,
  data: { staffId, reason: 'lost', epoch: 2, ...data },
});

export const aSignInFailed = (data: Partial<SignInFailed['data']> = {}): SignInFailed => ({
  type: 'SignInFailed',
  occurredAt: morning,
  data: { staffId, failures: 1, lockedUntil: null, ...data },
});

export const anIdentityBound = (data: Partial<IdentityBound['data']> = {}): IdentityBound => ({
  type: 'IdentityBound',
  occurredAt: morning,
  data: { staffId, identity: 'her', ...data },
});

export const anIdentityReleased = (data: Partial<IdentityReleased['data']> = {}): IdentityReleased => ({
  type: 'IdentityReleased',
  occurredAt: morning,
  data: { staffId, identity: 'her', reason: 'new-provider', epoch: 1, ...data },
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

export const absenceId = '01900000-0000-7000-8000-0000000000c1';

export const anAbsenceNoted = (data: Partial<AbsenceNoted['data']> = {}): AbsenceNoted => ({
  type: 'AbsenceNoted',
  occurredAt: morning,
  data: { staffId, absenceId, from: '2026-03-10', until: '2026-03-12', kind: 'leave', ...data },
});

export const anAbsenceCancelled = (): AbsenceCancelled => ({
  type: 'AbsenceCancelled',
  occurredAt: morning,
  data: { staffId, absenceId },
});

export const aTrainingCompleted = (data: Partial<TrainingCompleted['data']> = {}): TrainingCompleted => ({
  type: 'TrainingCompleted',
  occurredAt: morning,
  data: { staffId, training: 'desk', completedOn: '2026-02-27', ...data },
});

export const aPostTaken = (data: Partial<PostTaken['data']> = {}): PostTaken => ({
  type: 'PostTaken',
  occurredAt: morning,
  policyVersion: 'post-training@1',
  data: { staffId, post: 'front-desk', effectiveFrom: '2026-03-05', ...data },
});
