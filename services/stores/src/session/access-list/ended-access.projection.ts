import { ignored, type Projection } from '#libs/event-sourcing';
import type { SessionEvent } from '../session.events.js';
import type { StaffEvent } from '../../staff/staff.events.js';

export interface EndedAccessRow {
  /** A session, or an account. */
  id: string;
  /** Of an account: tokens of earlier epochs are good no more. Null for a session: none of its tokens is. */
  epoch: number | null;
  endedAt: string;
}

type Seen = SessionEvent | StaffEvent;

/** What makes tokens bad before they expire. */
export const endedAccess: Projection<Seen, EndedAccessRow> = {
  name: 'ended_access',
  of: ['staff', 'session'],
  columns: { id: 'text', epoch: 'integer', endedAt: 'timestamptz not null' },
  key: 'id',
  indexes: ['"endedAt"'],
  on: {
    SessionStarted: ignored,
    SessionRefreshed: ignored,
    SessionEnded: ({ data: { sessionId: id }, recordedAt: endedAt }, rows) =>
      rows.set(id, { id, epoch: null, endedAt }),
    StaffHired: ignored,
    AbsenceNoted: ignored,
    AbsenceCancelled: ignored,
    TrainingCompleted: ignored,
    PostTaken: ignored,
    SignedIn: ignored,
    SignInFailed: ignored,
    IdentityBound: ignored,
    AccessChanged: (event, rows) => endedFor(event, rows),
    PasswordSet: (event, rows) => endedFor(event, rows),
    SignedOutEverywhere: (event, rows) => endedFor(event, rows),
    IdentityReleased: (event, rows) => endedFor(event, rows),
    SecondFactorSetUp: (event, rows) => endedFor(event, rows),
    SecondFactorRemoved: (event, rows) => endedFor(event, rows),
    EmploymentEnded: (event, rows) => endedFor(event, rows),
  },
};

const endedFor = (
  {
    data: { staffId: id, epoch },
    recordedAt: endedAt,
  }: { data: { staffId: string; epoch: number }; recordedAt: string },
  rows: { set(key: string, row: EndedAccessRow): void },
): void => rows.set(id, { id, epoch, endedAt });
