import type { Role } from '#libs/access';
import { decisions } from '#libs/testing';
import { aCheckListRun } from '../../testing/check-run.builders.js';
import { aGroupFormed, aGroupJoined, aGroupLeft } from '../../testing/group.builders.js';
import { staffId } from '../../testing/staff.builders.js';
import type { GroupFormed } from '../../group/group.events.js';
import { group, type FormedGroup } from '../../group/group.js';
import { checkRun } from '../check-run.js';
import { SuperviseStore, superviseStore } from './supervise-store.js';

const list = {
  ...{ version: 1, because: 'chain-default' as const, day: '2026-03-01' },
  pointIds: ['towels', 'light'],
};
const results = [{ pointId: 'light', outcome: 'not-ok', remark: 'lamp-out' }] as const;
const found = (groupId: string | null = null) =>
  aCheckListRun({ runId: 'look-1', results, unannounced: { by: staffId, groupId } });
const { occurredAt: checkedAt } = found();
const looking = (role: Role, groupId: string | null = null, looked: readonly object[] = results) =>
  new SuperviseStore({
    ...{ runId: 'look-1', storeId: 'sh-01', code: 'hygiene', checkedAt, groupId },
    ...{ results: looked as typeof results, by: { staffId, role } },
  });
const spec = (of: FormedGroup | null = null) =>
  decisions(checkRun, superviseStore({ list, group: of, regions: ['shanghai', 'east'] }));
const aGroup = (data: Partial<GroupFormed['data']> = {}, ...left: ReturnType<typeof aGroupLeft>[]) =>
  [aGroupFormed(data), aGroupJoined(), ...left].reduce(group.evolve, group.initial) as FormedGroup;

describe('looking at a store unannounced', () => {
  it('records what its manager found at the points she looked at', () => {
    spec().given().when(looking('store-manager')).then(found());
  });

  it('is for somebody of a group that supervises the store', () => {
    for (const place of [{}, { region: 'east' }, { storeId: 'sh-01' }])
      spec(aGroup(place)).given().when(looking('consultant', 'client-care')).then(found('client-care'));
  });

  it('is not for others', () => {
    const refused = (of: FormedGroup | null) =>
      spec(of)
        .given()
        .when(looking('consultant', of && 'client-care'))
        .thenRefused('not-a-supervisor');
    refused(null);
    refused(aGroup({ storeId: 'sh-02' }));
    refused(aGroup({ region: 'north' }));
    refused(aGroup({ duties: ['training'] }));
    refused(aGroup({}, aGroupLeft({ until: '2026-02-28' })));
  });

  it('looks at no point that the list does not have, nor twice at one', () => {
    const strange = [{ pointId: 'garden', outcome: 'ok' }];
    spec()
      .given()
      .when(looking('store-manager', null, strange))
      .thenRefused('points-not-of-list');
    spec()
      .given()
      .when(looking('store-manager', null, [...results, ...results]))
      .thenRefused('points-not-of-list');
  });
});
