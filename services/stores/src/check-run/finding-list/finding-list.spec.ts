import { views } from '#libs/testing';
import { aCheckListRun, aFindingSettled } from '../../testing/check-run.builders.js';
import { findingList } from './finding-list.projection.js';

describe('the list of findings', () => {
  const found = { pointId: 'light', remark: 'lamp-out', day: '2026-03-01', foundBy: null };

  it('has what was not in order, and nothing that was', () => {
    views(findingList)
      .given(aCheckListRun())
      .thenRows({ ...found, settledAt: null, settledBy: null, done: null });
  });

  it('says who looked unannounced', () => {
    views(findingList)
      .given(aCheckListRun({ unannounced: { by: 'her-manager', groupId: null } }))
      .thenRows({ foundBy: 'her-manager' });
  });

  it('says who settled it, when, and what was done', () => {
    const { occurredAt: settledAt } = aFindingSettled();
    views(findingList)
      .given(aCheckListRun(), aFindingSettled())
      .thenRows({ ...found, settledAt, settledBy: 'somebody', done: 'lamp-changed' });
  });
});
