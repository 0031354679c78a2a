import { views } from '#libs/testing';
import { aCheckListRun } from '../../testing/check-run.builders.js';
import { checkRunList } from './check-run-list.projection.js';

describe('the runs of check lists', () => {
  it('show what was found, by which version of the list', () => {
    const { data, occurredAt } = aCheckListRun();
    views(checkRunList)
      .given(aCheckListRun())
      .thenRows({ ...data, runAt: occurredAt, checkedBy: null, groupId: null });
  });

  it('show who looked unannounced', () => {
    views(checkRunList)
      .given(aCheckListRun({ unannounced: { by: 'somebody', groupId: 'client-care' } }))
      .thenRows({ checkedBy: 'somebody', groupId: 'client-care' });
  });
});
