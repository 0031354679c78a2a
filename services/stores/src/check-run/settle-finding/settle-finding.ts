import { Rejection, type Decide } from '#libs/event-sourcing';
import type { CheckRunEvent, FindingSettled } from '../check-run.events.js';
import type { CheckRun } from '../check-run.js';

export class SettleFinding {
  constructor(readonly data: Omit<FindingSettled['data'], 'storeId'> & { readonly settledAt: string }) {}
}

/** What a run found not in order is put in order, once. */
export const settleFinding: Decide<SettleFinding, CheckRun, CheckRunEvent> = ({ data }, run) => {
  const { settledAt: occurredAt, ...settled } = data;
  const { runId, pointId } = settled;
  const isFinding =
    run.status === 'run' && run.results.some((one) => one.pointId === pointId && one.outcome === 'not-ok');
  if (!isFinding) {
    throw new Rejection(
      'unknown-finding',
      'No such run found this point not in order.',
      { runId, pointId },
      'not-found',
    );
  }
  if (run.settled.includes(pointId)) return [];
  const { storeId } = run;
  return [{ type: 'FindingSettled', occurredAt, storeId, data: { ...settled, storeId } }];
};
