import { Rejection, type Decide } from '#libs/event-sourcing';
import type { CheckRunEvent, PointResult } from '../check-run.events.js';
import { checkPoints, notOkOf, type CheckRun, type Followed } from '../check-run.js';

export class RunCheckList {
  constructor(
    readonly data: {
      readonly storeId: string;
      readonly code: string;
      readonly results: readonly PointResult[];
      readonly runAt: string;
    },
  ) {}
}

/** Once a day, and every point of the list: what was not looked at cannot be in order. */
export const runCheckList =
  (runId: string, { pointIds, ...list }: Followed): Decide<RunCheckList, CheckRun, CheckRunEvent> =>
  ({ data }, run) => {
    const { runAt: occurredAt, storeId, code, results } = data;
    if (run.status === 'run') {
      if (JSON.stringify(run.results) === JSON.stringify(results)) return [];
      const { day } = list;
      throw new Rejection('check-list-run-already', 'This list was run today already.', {
        storeId,
        code,
        day,
      });
    }
    checkPoints(pointIds, results, 'all');
    const found = { results, notOk: notOkOf(results) };
    return [{ type: 'CheckListRun', occurredAt, storeId, data: { runId, ...list, storeId, code, ...found } }];
  };
