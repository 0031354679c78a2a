import { ignored, type Projection } from '#libs/event-sourcing';
import type { AtWorkRow } from '../at-work-row.js';
import type { StaffEvent } from '../staff.events.js';
import { recorded } from '../work-record.js';

type Rows = Parameters<Projection<StaffEvent, AtWorkRow>['on']['StaffHired']>[1];

const folded = (event: StaffEvent, rows: Rows): void => {
  const { staffId } = event.data;
  const before = rows.get(staffId);
  const work = recorded(before?.work, event);
  const storeIds = [...new Set(work.stores.flatMap((one) => one.storeIds))].sort();
  rows.set(staffId, { staffId, storeIds, work, trainings: before?.trainings ?? [] });
};

export const atWork: Projection<StaffEvent, AtWorkRow> = {
  name: 'at_work',
  of: ['staff'],
  columns: {
    staffId: 'text',
    storeIds: 'jsonb not null',
    work: 'jsonb not null',
    trainings: 'jsonb not null',
  },
  key: 'staffId',
  reads: ({ data }) => [data.staffId],
  on: {
    StaffHired: folded,
    AccessChanged: folded,
    EmploymentEnded: folded,
    AbsenceNoted: folded,
    AbsenceCancelled: folded,
    PostTaken: folded,
    TrainingCompleted: ({ data: { staffId, training, completedOn } }, rows) => {
      const row = rows.get(staffId)!;
      rows.set(staffId, { ...row, trainings: [...row.trainings, { training, completedOn }] });
    },
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
