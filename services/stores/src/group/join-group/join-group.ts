import type { Role } from '#libs/access';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { GroupEvent, GroupJoined } from '../group.events.js';
import { checkDecider, known, lastSpell, type Group } from '../group.js';

export class JoinGroup {
  constructor(readonly data: GroupJoined['data'] & { readonly decidedAt: string; readonly by: Role }) {}
}

/** Somebody is in a group from a day on, once at a time; spells follow one another. */
export const joinGroup: Decide<JoinGroup, Group, GroupEvent> = ({ data }, state) => {
  const { decidedAt: occurredAt, by, ...joined } = data;
  const { groupId, staffId, from } = joined;
  const formed = known(groupId, state);
  checkDecider(by, formed);
  const last = lastSpell(formed, staffId);
  if (last !== undefined && (last.until === null || from <= last.until)) {
    if (last.from === from && last.as === joined.as) return [];
    throw new Rejection(
      'in-the-group-already',
      'She is in the group on that day already: say first until when.',
      { ...last },
    );
  }
  return [{ type: 'GroupJoined', occurredAt, storeId: formed.storeId, data: joined }];
};
