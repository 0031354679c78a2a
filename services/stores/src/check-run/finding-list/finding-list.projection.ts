import type { Projection } from '#libs/event-sourcing';
import type { CheckRunEvent } from '../check-run.events.js';

export interface FindingRow {
  findingId: string;
  runId: string;
  storeId: string;
  code: string;
  pointId: string;
  /** The store's day on which it was found. */
  day: string;
  remark: string | null;
  /** Who found it unannounced; null for the store's own run of the day. */
  foundBy: string | null;
  settledAt: string | null;
  settledBy: string | null;
  done: string | null;
}

const findingId = (runId: string, pointId: string): string => `${runId}#${pointId}`;

/** What was found not in order, and what became of it. */
export const findingList: Projection<CheckRunEvent, FindingRow> = {
  name: 'finding_list',
  of: ['check-run'],
  columns: {
    findingId: 'text',
    runId: 'text not null',
    storeId: 'text not null',
    code: 'text not null',
    pointId: 'text not null',
    day: 'text not null',
    remark: 'text',
    foundBy: 'text',
    settledAt: 'timestamptz',
    settledBy: 'text',
    done: 'text',
  },
  key: 'findingId',
  store: 'storeId',
  indexes: ['"storeId", day'],
  reads: ({ type, data }) => (type === 'FindingSettled' ? [findingId(data.runId, data.pointId)] : []),
  on: {
    CheckListRun: ({ data: { runId, storeId, code, day, results, unannounced } }, rows) => {
      for (const { pointId, remark = null } of results.filter(({ outcome }) => outcome === 'not-ok')) {
        const id = findingId(runId, pointId);
        const found = { findingId: id, runId, storeId, code, pointId, day, remark };
        const open = { settledAt: null, settledBy: null, done: null };
        rows.set(id, { ...found, foundBy: unannounced?.by ?? null, ...open });
      }
    },
    FindingSettled: ({ data: { runId, pointId, by: settledBy, remark: done }, occurredAt }, rows) => {
      const id = findingId(runId, pointId);
      rows.set(id, { ...rows.get(id)!, settledAt: occurredAt, settledBy, done });
    },
  },
};
