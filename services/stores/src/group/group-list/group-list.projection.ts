import type { Projection } from '#libs/event-sourcing';
import type { Duty, GroupEvent, GroupKind } from '../group.events.js';
import { group, type FormedGroup, type Spell } from '../group.js';

export interface GroupRow {
  groupId: string;
  name: string;
  kind: GroupKind;
  duties: readonly Duty[];
  storeId: string | null;
  region: string | null;
  people: readonly Spell[];
}

type Rows = Parameters<Projection<GroupEvent, GroupRow>['on']['GroupFormed']>[1];

const folded = (event: GroupEvent, rows: Rows): void => {
  const { groupId } = event.data;
  const before = rows.get(groupId);
  const state = before === undefined ? group.initial : ({ status: 'formed', ...before } as const);
  const { status, ...row } = group.evolve(state, event) as FormedGroup;
  rows.set(groupId, row);
};

/** Groups with all who are and were in them. */
export const groupList: Projection<GroupEvent, GroupRow> = {
  name: 'group_list',
  of: ['group'],
  columns: {
    groupId: 'text',
    name: 'text not null',
    kind: 'text not null',
    duties: 'jsonb not null',
    storeId: 'text',
    region: 'text',
    people: 'jsonb not null',
  },
  key: 'groupId',
  store: 'storeId',
  reads: ({ data }) => [data.groupId],
  on: { GroupFormed: folded, GroupJoined: folded, GroupLeft: folded },
};
