import { views } from '#libs/testing';
import { aGroupFormed, aGroupJoined, aGroupLeft } from '../../testing/group.builders.js';
import { staffId } from '../../testing/staff.builders.js';
import { groupList } from './group-list.projection.js';

describe('the list of groups', () => {
  it('shows who is in a group since when, and who was', () => {
    const head = { staffId: 'somebody', as: 'head', from: '2026-03-05' } as const;
    views(groupList)
      .given(aGroupFormed(), aGroupJoined(), aGroupJoined(head), aGroupLeft())
      .thenRows({
        groupId: 'client-care',
        people: [
          { staffId, as: 'colleague', from: '2026-03-01', until: '2026-03-31' },
          { ...head, until: null },
        ],
      });
  });

  it('shows a group as it is called and charged now, with whoever is in it', () => {
    views(groupList)
      .given(aGroupFormed(), aGroupJoined(), aGroupFormed({ name: '客服部', duties: [] }))
      .thenRows({ name: '客服部', duties: [], people: [expect.objectContaining({ staffId })] });
  });
});
