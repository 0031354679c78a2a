import type { Decide } from '#libs/event-sourcing';
import type { ImportCompleted, ImportEvent, ImportFailed, RefusedRow, RowsSent } from '../import.events.js';
import type { Import } from '../import.js';

type At = { readonly occurredAt: string };

/** Rows between two records of progress where none was refused: what is sent again at most after a crash. */
const STEP = 10_000;

export interface Sent extends At {
  readonly importId: string;
  readonly throughRow: number;
  readonly refused: readonly RefusedRow[];
}

/** Progress is recorded with each refused row, and else now and then. */
export const recordRowsSent: Decide<Sent, Import, ImportEvent> = ({ occurredAt, ...sent }, state) => {
  if (state.status !== 'running' || sent.throughRow <= state.throughRow) return [];
  if (sent.refused.length === 0 && sent.throughRow < state.throughRow + STEP) return [];
  const data: RowsSent['data'] = { ...sent, refused: [...sent.refused] };
  return [{ type: 'RowsSent', occurredAt, data }];
};

export const completeImport: Decide<At & Omit<ImportCompleted['data'], 'refused'>, Import, ImportEvent> = (
  { occurredAt, ...result },
  { status, refused, file },
) => {
  if (status !== 'running') return [];
  const clients = isOfClients(file?.mapping) ? { clients: result.rows - refused } : {};
  return [{ type: 'ImportCompleted', occurredAt, data: { ...result, ...clients, refused } }];
};

const isOfClients = (mapping: unknown): boolean => (mapping as { kind?: unknown } | null)?.kind === 'clients';

export const failImport: Decide<At & ImportFailed['data'], Import, ImportEvent> = (
  { occurredAt, ...data },
  { status },
) => (status === 'running' ? [{ type: 'ImportFailed', occurredAt, data }] : []);
