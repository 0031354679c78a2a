import type { CheckListRun, FindingSettled } from '../check-run/check-run.events.js';

export const aCheckListRun = (data: Partial<CheckListRun['data']> = {}): CheckListRun => ({
  type: 'CheckListRun',
  occurredAt: '2026-03-01T01:00:00.000Z',
  storeId: 'sh-01',
  data: {
    ...{ runId: 'sh-01/hygiene/2026-03-01', storeId: 'sh-01', code: 'hygiene', day: '2026-03-01' },
    ...{ version: 1, because: 'chain-default' as const, notOk: 1 },
    results: [
      { pointId: 'towels', outcome: 'ok' },
      { pointId: 'light', outcome: 'not-ok', remark: 'lamp-out' },
    ],
    ...data,
  },
});

export const aFindingSettled = (data: Partial<FindingSettled['data']> = {}): FindingSettled => ({
  type: 'FindingSettled',
  occurredAt: '2026-03-01T03:00:00.000Z',
  storeId: 'sh-01',
  data: {
    ...{ runId: 'sh-01/hygiene/2026-03-01', storeId: 'sh-01', pointId: 'light' },
    ...{ by: 'somebody', remark: 'lamp-changed' },
    ...data,
  },
});
