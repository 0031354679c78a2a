import { ignored, type Projection } from '#libs/event-sourcing';
import type { StaffEvent } from '../staff.events.js';
import { recorded, type WorkRecord } from './work-record.js';

export interface AtWorkRow {
  staffId: string;
  /** Wherever she has ever worked. */
  storeIds: readonly string[];
  work: WorkRecord;
}

type Rows = Parameters<Projection<StaffEvent, AtWorkRow>['on']['StaffHired']>[1];

const folded = (event: StaffEvent, rows: Rows): void => {
  const { staffId } = event.data;
  const work = recorded(rows.get(staffId)?.work, event);
  const storeIds = [...new Set(work.stores.flatMap((one) => one.storeIds))].sort();
  rows.set(staffId, { staffId, storeIds, work });
};

export const atWork: Projection<StaffEvent, AtWorkRow> = {
  name: 'at_work',
  of: ['staff'],
  columns: { staffId: 'text', storeIds: 'jsonb not null', work: 'jsonb not null' },
  key: 'staffId',
  reads: ({ data }) => [data.staffId],
  on: {
    StaffHired: folded,
    AccessChanged: folded,
    EmploymentEnded: folded,
    AbsenceNoted: folded,
    AbsenceCancelled: folded,
    PostTaken: folded,
    TrainingCompleted: ignored,
    PasswordSet: ignored,
    SignedIn: ignored,
    SignInFailed: ignored,
    SignedOutEverywhere: ignored,
    IdentityBound: ignored,
    IdentityReleased: ignored,
    SecondFactorSetUp: ignored,
    SecondFactorRemoved: ignored,
  },
};
