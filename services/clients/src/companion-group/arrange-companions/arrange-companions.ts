import { Rejection, type Decide } from '#libs/event-sourcing';
import type { CompanionsArranged } from '../companion-group.events.js';
import type { CompanionGroup } from '../companion-group.js';

export class ArrangeCompanions {
  constructor(readonly data: CompanionsArranged['data'] & { readonly arrangedAt: string }) {}
}

/** Named anew as a whole, in any order; without members a group is dissolved, and its leader is one of them. */
export const arrangeCompanions: Decide<ArrangeCompanions, CompanionGroup, CompanionsArranged> = (
  { data: { arrangedAt: occurredAt, ...given } },
  group,
) => {
  const { storeId, leaderId } = given;
  const memberIds = [...new Set(given.memberIds)].sort();
  if (memberIds.length === 1)
    throw new Rejection('alone', 'Companions are two or more.', { memberId: memberIds[0] });
  if (leaderId !== null && !memberIds.includes(leaderId))
    throw new Rejection('leader-elsewhere', 'Who leads the group is one of it.', { leaderId });
  const isKnown = group?.storeId === storeId && group.leaderId === leaderId;
  if ((isKnown || memberIds.length === 0) && (group?.memberIds ?? []).join() === memberIds.join()) return [];
  return [{ type: 'CompanionsArranged', occurredAt, storeId, data: { ...given, memberIds } }];
};
