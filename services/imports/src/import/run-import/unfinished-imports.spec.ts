import { views } from '#libs/testing';
import { anImportStarted, importCompleted, importFailed, rowsSent } from '../../testing/import.builders.js';
import { unfinishedImports } from './unfinished-imports.projection.js';

const { importId } = anImportStarted().data;
const unfinished = views(unfinishedImports);

describe('imports that go on when the service starts', () => {
  it('are those started and not over', () => {
    unfinished.given(anImportStarted(), rowsSent()).thenRows({ importId });
    unfinished.given(anImportStarted(), importCompleted()).thenRows();
    unfinished.given(anImportStarted(), importFailed()).thenRows();
    unfinished.given(anImportStarted(), importFailed(), anImportStarted()).thenRows({ importId });
  });
});
