import { ignored, type Projection } from '#libs/event-sourcing';
import type { StaffEvent } from '../staff.events.js';

export interface StaffRow {
  staffId: string;
  post: string;
  role: string;
  storeIds: readonly string[];
  status: 'employed' | 'left';
  since: string;
}

/** Who works here; names are with the accounts. */
export const staffList: Projection<StaffEvent, StaffRow> = {
  name: 'staff_list',
  of: ['staff'],
  columns: {
    staffId: 'text',
    post: 'text not null',
    role: 'text not null',
    storeIds: 'jsonb not null',
    status: 'text not null',
    since: 'timestamptz not null',
  },
  key: 'staffId',
  reads: ({ type, data }) => (type === 'StaffHired' ? [] : [data.staffId]),
  on: {
    StaffHired: ({ data, occurredAt: since }, rows) =>
      rows.set(data.staffId, { ...data, status: 'employed', since }),
    AccessChanged: ({ data: { staffId, role, storeIds } }, rows) =>
      rows.set(staffId, { ...rows.get(staffId)!, role, storeIds }),
    EmploymentEnded: ({ data: { staffId } }, rows) =>
      rows.set(staffId, { ...rows.get(staffId)!, status: 'left' }),
    PasswordSet: ignored,
    SignedIn: ignored,
    SignInFailed: ignored,
    SignedOutEverywhere: ignored,
    IdentityBound: ignored,
    IdentityReleased: ignored,
    SecondFactorSetUp: ignored,
    SecondFactorRemoved: ignored,
    AbsenceNoted: ignored,
    AbsenceCancelled: ignored,
    TrainingCompleted: ignored,
    PostTaken: ignored,
  },
};
