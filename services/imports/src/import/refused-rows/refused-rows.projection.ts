import { ignored, type Projection } from '#libs/event-sourcing';
import type { ImportEvent, RefusedRow } from '../import.events.js';

export interface RefusedRowRow extends RefusedRow {
  id: string;
  importId: string;
}

/** Rows that could not be taken, with their reasons. */
export const refusedRows: Projection<ImportEvent, RefusedRowRow> = {
  name: 'refused_row',
  columns: {
    id: 'text',
    importId: 'text not null',
    row: 'bigint not null',
    code: 'text not null',
    reason: 'text not null',
  },
  key: 'id',
  indexes: ['"importId", row'],
  on: {
    RowsSent: ({ data: { importId, refused } }, rows) => {
      for (const one of refused)
        rows.set(`${importId} ${one.row}`, { id: `${importId} ${one.row}`, importId, ...one });
    },
    ImportStarted: ignored,
    ImportCompleted: ignored,
    ImportFailed: ignored,
  },
};
