import type { ImportCompleted, ImportFailed, ImportStarted, RowsSent } from '../import/import.events.js';

const importId = '01900000-0000-7000-8000-0000000000aa';
const occurredAt = '2026-03-01T02:00:00.000Z';

export const anImportStarted = (): ImportStarted => ({
  type: 'ImportStarted',
  occurredAt,
  data: { importId, fileName: 'history.csv', sha256: 'ab', bytes: 1_000, mapping: {} },
});

export const rowsSent = (data: Partial<RowsSent['data']> = {}): RowsSent => ({
  type: 'RowsSent',
  occurredAt,
  data: { importId, throughRow: 1_000, refused: [], ...data },
});

export const importCompleted = (data: Partial<ImportCompleted['data']> = {}): ImportCompleted => ({
  type: 'ImportCompleted',
  occurredAt,
  data: { importId, rows: 1_000, visits: 40, returns: 2, refused: 0, ...data },
});

export const importFailed = (): ImportFailed => ({
  type: 'ImportFailed',
  occurredAt,
  data: { importId, code: 'platform-away', message: 'It did not answer.' },
});
