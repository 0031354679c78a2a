import type { Aggregate } from '#libs/event-sourcing';
import type { CheckListRun, CheckRunEvent } from './check-run.events.js';

export type CheckRun = { readonly status: 'not-run' } | ({ readonly status: 'run' } & CheckListRun['data']);

/** One list, in one store, on one day. */
export const checkRun: Aggregate<CheckRun, CheckRunEvent> = {
  category: 'check-run',
  initial: { status: 'not-run' },
  evolve: (_run, { data }) => ({ status: 'run', ...data }),
  storeOf: (run) => (run.status === 'not-run' ? null : run.storeId),
};

export const checkRunId = (storeId: string, code: string, day: string): string =>
  `${storeId}/${code.normalize('NFKC').toLowerCase()}/${day}`;
