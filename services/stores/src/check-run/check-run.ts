import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { CheckListRun, CheckRunEvent, PointResult } from './check-run.events.js';

export type DoneCheckRun = CheckListRun['data'] & {
  readonly status: 'run';
  /** Points found not in order that are in order again. */
  readonly settled: readonly string[];
};
export type CheckRun = { readonly status: 'not-run' } | DoneCheckRun;

/** One list, in one store, on one day; or looked at unannounced, at any time. */
export const checkRun: Aggregate<CheckRun, CheckRunEvent> = {
  category: 'check-run',
  initial: { status: 'not-run' },
  evolve: (before, { type, data }) => {
    if (type === 'CheckListRun') return { status: 'run', ...data, settled: [] };
    const run = before as DoneCheckRun;
    return { ...run, settled: [...run.settled, data.pointId] };
  },
  storeOf: (run) => (run.status === 'not-run' ? null : run.storeId),
};

export const checkRunId = (storeId: string, code: string, day: string): string =>
  `${storeId}/${code.normalize('NFKC').toLowerCase()}/${day}`;

/** The list as it is followed in the store that day. */
export type Followed = Pick<CheckListRun['data'], 'version' | 'because' | 'day'> & {
  readonly pointIds: readonly string[];
};

export const notOkOf = (results: readonly PointResult[]): number =>
  results.filter(({ outcome }) => outcome === 'not-ok').length;

/** Refuses points that the list does not have, that come twice, and those that are missing where all are to be looked at. */
export const checkPoints = (
  pointIds: readonly string[],
  results: readonly PointResult[],
  looksAt: 'all' | 'some',
): void => {
  const given = results.map(({ pointId }) => pointId);
  const missing = looksAt === 'some' ? [] : pointIds.filter((pointId) => !given.includes(pointId));
  const unknown = given.filter((pointId, at) => !pointIds.includes(pointId) || given.indexOf(pointId) !== at);
  if (missing.length + unknown.length === 0) return;
  throw new Rejection('points-not-of-list', 'Each point of the list is looked at once, and no other.', {
    ...{ missing, unknown },
  });
};
