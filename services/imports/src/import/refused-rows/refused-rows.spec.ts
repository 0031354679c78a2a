import { views } from '#libs/testing';
import { anImportStarted, importCompleted, rowsSent } from '../../testing/import.builders.js';
import { refusedRows } from './refused-rows.projection.js';

describe('the rows an import could not take', () => {
  it('are listed with their number and reason', () => {
    const refused = [{ row: 7, code: 'price-zero', reason: 'Costs nothing.' }];
    views(refusedRows)
      .given(anImportStarted(), rowsSent({ refused }), importCompleted())
      .thenRows({ importId: anImportStarted().data.importId, ...refused[0] });
  });
});
