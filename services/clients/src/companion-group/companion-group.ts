import type { Aggregate } from '#libs/event-sourcing';
import type { Companions, CompanionsArranged } from './companion-group.events.js';

/** Null before anybody named its members. */
export type CompanionGroup = Companions | null;

export const companionGroup: Aggregate<CompanionGroup, CompanionsArranged> = {
  category: 'companion-group',
  initial: null,
  storeOf: (group) => group?.storeId,
  evolve: (_before, { data: { groupId: _, ...companions } }) => companions,
};
