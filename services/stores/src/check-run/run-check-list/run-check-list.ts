import { Rejection, type Decide } from '#libs/event-sourcing';
import type { CheckListRun, CheckRunEvent, PointResult } from '../check-run.events.js';
import type { CheckRun } from '../check-run.js';

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

/** The list as it is followed in the store that day. */
export type Followed = Pick<CheckListRun['data'], 'runId' | 'version' | 'because' | 'day'> & {
  readonly pointIds: readonly string[];
};

/** Once a day, and every point of the list: what was not looked at cannot be in order. */
export const runCheckList =
  ({ pointIds, ...list }: Followed): Decide<RunCheckList, CheckRun, CheckRunEvent> =>
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
    checkPoints(pointIds, results);
    const notOk = results.filter(({ outcome }) => outcome === 'not-ok').length;
    return [{ type: 'CheckListRun', occurredAt, storeId, data: { ...list, storeId, code, results, notOk } }];
  };

const checkPoints = (pointIds: readonly string[], results: readonly PointResult[]): void => {
  const given = results.map(({ pointId }) => pointId);
  const missing = pointIds.filter((pointId) => !given.includes(pointId));
  const unknown = given.filter((pointId, at) => !pointIds.includes(pointId) || given.indexOf(pointId) !== at);
  if (missing.length + unknown.length === 0) return;
  throw new Rejection('points-not-of-list', 'Each point of the list is looked at once, and no other.', {
    ...{ missing, unknown },
  });
};
