import { decisions } from '#libs/testing';
import { anImportStarted, importCompleted, importFailed, rowsSent } from '../../testing/import.builders.js';
import { historyImport } from '../import.js';
import { StartImport, startImport } from './start-import.js';

const spec = decisions(historyImport, startImport);
const started = anImportStarted();
const start = new StartImport({ ...started.data, occurredAt: started.occurredAt });

describe('starting an import', () => {
  it('starts a file that is new', () => {
    spec.given().when(start).then(started);
  });

  it('changes nothing while the same file is being imported, or when it was', () => {
    spec.given(started).when(start).thenNothing();
    spec.given(started, rowsSent(), importCompleted()).when(start).thenNothing();
  });

  it('goes on with one that failed', () => {
    spec.given(started, rowsSent(), importFailed()).when(start).then(started);
  });
});
