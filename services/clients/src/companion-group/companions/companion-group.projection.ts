import type { Projection } from '#libs/event-sourcing';
import type { CompanionsArranged } from '../companion-group.events.js';

export interface CompanionGroupRow {
  groupId: string;
  storeId: string;
  memberIds: readonly string[];
  leaderId: string | null;
}

/** Groups as they were named; who of them is still to be shown, whoever asks must say. */
export const companionGroups: Projection<CompanionsArranged, CompanionGroupRow> = {
  name: 'companion_group',
  of: ['companion-group'],
  columns: { groupId: 'text', storeId: 'text not null', memberIds: 'text[] not null', leaderId: 'text' },
  key: 'groupId',
  store: 'storeId',
  indexes: ['using gin ("memberIds") with (fastupdate = off)'],
  on: {
    CompanionsArranged: ({ data: { groupId, ...companions } }, rows) =>
      companions.memberIds.length === 0
        ? rows.delete(groupId)
        : rows.set(groupId, { groupId, ...companions }),
  },
};
