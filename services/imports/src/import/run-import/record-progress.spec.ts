import { decisions } from '#libs/testing';
import { anImportStarted, importCompleted, importFailed, rowsSent } from '../../testing/import.builders.js';
import { historyImport } from '../import.js';
import { completeImport, failImport, recordRowsSent } from './record-progress.js';

const started = anImportStarted();
const { importId } = started.data;
const occurredAt = '2026-03-01T02:00:00.000Z';
const refused = [{ row: 7, code: 'price-zero', reason: 'Costs nothing.' }];

describe('the progress of an import', () => {
  const spec = decisions(historyImport, recordRowsSent);

  it('is recorded with the rows that were refused', () => {
    spec
      .given(started)
      .when({ importId, throughRow: 1_000, refused, occurredAt })
      .then(rowsSent({ refused }));
  });

  it('is recorded now and then where none was refused', () => {
    spec.given(started).when({ importId, throughRow: 9_999, refused: [], occurredAt }).thenNothing();
    spec
      .given(started)
      .when({ importId, throughRow: 10_000, refused: [], occurredAt })
      .then(rowsSent({ throughRow: 10_000, refused: [] }));
  });

  it('does not record the same rows twice after a crash', () => {
    spec
      .given(started, rowsSent({ refused }))
      .when({ importId, throughRow: 1_000, refused, occurredAt })
      .thenNothing();
  });
});

describe('the end of an import', () => {
  it('sums up what was taken, with the rows refused', () => {
    decisions(historyImport, completeImport)
      .given(started, rowsSent({ refused }))
      .when({ importId, rows: 1_000, visits: 40, returns: 2, occurredAt })
      .then(importCompleted({ rows: 1_000, visits: 40, returns: 2, refused: 1 }));
  });

  it('may be a failure, which an import that is over no longer has', () => {
    const failure = { importId, code: 'platform-away', message: 'It did not answer.', occurredAt };
    const spec = decisions(historyImport, failImport);
    spec.given(started).when(failure).then(importFailed());
    spec.given(started, importCompleted()).when(failure).thenNothing();
  });
});
