import type { Projection } from '#libs/event-sourcing';
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
  },
  key: 'runId',
  store: 'storeId',
  indexes: ['day, "runId"'],
  on: {
    CheckListRun: ({ data, occurredAt: runAt }, rows) => rows.set(data.runId, { ...data, runAt }),
  },
};
