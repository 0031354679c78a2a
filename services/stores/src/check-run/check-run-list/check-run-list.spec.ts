import { views } from '#libs/testing';
import { aCheckListRun } from '../../testing/check-run.builders.js';
import { checkRunList } from './check-run-list.projection.js';

describe('the runs of check lists', () => {
  it('show what was found, by which version of the list', () => {
    const { data, occurredAt } = aCheckListRun();
    views(checkRunList)
      .given(aCheckListRun())
      .thenRows({ ...data, runAt: occurredAt });
  });
});
