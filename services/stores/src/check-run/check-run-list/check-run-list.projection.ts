import { ignored, type Projection } from '#libs/event-sourcing';
import type { CheckRunEvent, PointResult } from '../check-run.events.js';

export interface CheckRunRow {
  runId: string;
  storeId: string;
  code: string;
  version: number;
  because: string;
  day: string;
  results: readonly PointResult[];
  notOk: number;
  runAt: string;
  /** Who looked unannounced; null for the store's own run of the day. */
  checkedBy: string | null;
  groupId: string | null;
}

export const checkRunList: Projection<CheckRunEvent, CheckRunRow> = {
  name: 'check_run_list',
  of: ['check-run'],
  columns: {
    runId: 'text',
    storeId: 'text not null',
    code: 'text not null',
    version: 'int not null',
    because: 'text not null',
    day: 'text not null',
    results: 'jsonb not null',
    notOk: 'int not null',
    runAt: 'timestamptz not null',
    checkedBy: 'text',
    groupId: 'text',
  },
  key: 'runId',
  store: 'storeId',
  indexes: ['day, "runId"'],
  on: {
    CheckListRun: ({ data: { unannounced, ...run }, occurredAt: runAt }, rows) => {
      const { by: checkedBy = null, groupId = null } = unannounced ?? {};
      rows.set(run.runId, { ...run, runAt, checkedBy, groupId });
    },
    FindingSettled: ignored,
  },
};
