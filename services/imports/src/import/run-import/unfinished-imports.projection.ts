import { ignored, type Projection } from '#libs/event-sourcing';
import type { ImportEvent } from '../import.events.js';

/** Imports that go on when the service starts. */
export const unfinishedImports: Projection<ImportEvent, { importId: string }> = {
  name: 'unfinished_import',
  columns: { importId: 'text' },
  key: 'importId',
  on: {
    ImportStarted: ({ data: { importId } }, rows) => rows.set(importId, { importId }),
    RowsSent: ignored,
    ImportCompleted: ({ data }, rows) => rows.delete(data.importId),
    ImportFailed: ({ data }, rows) => rows.delete(data.importId),
  },
};
