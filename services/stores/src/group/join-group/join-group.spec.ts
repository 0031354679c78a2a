import { decisions } from '#libs/testing';
import { aGroupFormed, aGroupJoined, aGroupLeft } from '../../testing/group.builders.js';
import { morning } from '../../testing/staff.builders.js';
import type { GroupJoined } from '../group.events.js';
import { group, isIn, type FormedGroup } from '../group.js';
import { JoinGroup, joinGroup } from './join-group.js';

const spec = decisions(group, joinGroup);
const joining = (data: Partial<GroupJoined['data']> = {}, by: JoinGroup['data']['by'] = 'hq-admin') =>
  new JoinGroup({ ...aGroupJoined(data).data, decidedAt: morning, by });

describe('joining a group', () => {
  it('is from a day on, once', () => {
    spec.given(aGroupFormed()).when(joining()).then(aGroupJoined());
    spec.given(aGroupFormed(), aGroupJoined()).when(joining()).thenNothing();
  });

  it('refuses who is in it then, and takes her again after she has left', () => {
    const again = { from: '2026-04-01', as: 'head' } as const;
    spec.given(aGroupFormed(), aGroupJoined()).when(joining(again)).thenRefused('in-the-group-already');
    spec
      .given(aGroupFormed(), aGroupJoined(), aGroupLeft())
      .when(joining({ from: '2026-03-31' }))
      .thenRefused('in-the-group-already');
    spec.given(aGroupFormed(), aGroupJoined(), aGroupLeft()).when(joining(again)).then(aGroupJoined(again));
  });

  it('refuses a group there is not, and one of the chain to managers', () => {
    spec.given().when(joining()).thenRefused('unknown-group');
    spec.given(aGroupFormed()).when(joining({}, 'store-manager')).thenRefused('group-of-the-chain');
  });

  it('has her in it from the first to the last day', () => {
    const { staffId } = aGroupJoined().data;
    const state = [aGroupFormed(), aGroupJoined(), aGroupLeft()].reduce(group.evolve, group.initial);
    const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'];
    expect(days.map((day) => isIn(state as FormedGroup, staffId, day))).toEqual([false, true, true, false]);
  });
});
