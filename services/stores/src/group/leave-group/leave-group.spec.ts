import { decisions } from '#libs/testing';
import { aGroupFormed, aGroupJoined, aGroupLeft } from '../../testing/group.builders.js';
import { morning } from '../../testing/staff.builders.js';
import { group } from '../group.js';
import { LeaveGroup, leaveGroup } from './leave-group.js';

const spec = decisions(group, leaveGroup);
const leaving = (until = '2026-03-31', by: LeaveGroup['data']['by'] = 'hq-admin') =>
  new LeaveGroup({ ...aGroupLeft({ until }).data, decidedAt: morning, by });

describe('leaving a group', () => {
  it('is on a last day, which may be said otherwise', () => {
    spec.given(aGroupFormed(), aGroupJoined()).when(leaving()).then(aGroupLeft());
    spec.given(aGroupFormed(), aGroupJoined(), aGroupLeft()).when(leaving()).thenNothing();
    spec
      .given(aGroupFormed(), aGroupJoined(), aGroupLeft())
      .when(leaving('2026-04-30'))
      .then(aGroupLeft({ until: '2026-04-30' }));
  });

  it('refuses who was never in it, a last day before the first, and managers for a group of the chain', () => {
    spec.given(aGroupFormed()).when(leaving()).thenRefused('not-in-the-group');
    spec
      .given(aGroupFormed(), aGroupJoined())
      .when(leaving('2026-02-01'))
      .thenRefused('ends-before-it-begins');
    spec
      .given(aGroupFormed(), aGroupJoined())
      .when(leaving('2026-03-31', 'store-manager'))
      .thenRefused('group-of-the-chain');
  });
});
