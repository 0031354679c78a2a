import type { Aggregate } from '#libs/event-sourcing';
import type { ImportEvent, ImportStarted, Result } from './import.events.js';

export const STATUSES = ['unknown', 'running', 'completed', 'failed'] as const;
export type Status = (typeof STATUSES)[number];

export interface Import {
  readonly status: Status;
  readonly file: ImportStarted['data'] | null;
  /** Rows up to this one need not be sent again. */
  readonly throughRow: number;
  readonly refused: number;
  readonly result: Result | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

export const historyImport: Aggregate<Import, ImportEvent> = {
  category: 'import',
  initial: { status: 'unknown', file: null, throughRow: 0, refused: 0, result: null, failure: null },
  evolve: (before, event) => {
    switch (event.type) {
      case 'ImportStarted':
        return { ...before, status: 'running', file: event.data, failure: null };
      case 'RowsSent': {
        const { throughRow, refused } = event.data;
        return { ...before, throughRow, refused: before.refused + refused.length };
      }
      case 'ImportCompleted': {
        const { importId: _, ...result } = event.data;
        return { ...before, status: 'completed', result };
      }
      case 'ImportFailed':
        return {
          ...before,
          status: 'failed',
          failure: { code: event.data.code, message: event.data.message },
        };
    }
  },
};
