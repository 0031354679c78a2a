import type { Role } from '#libs/access';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { GroupEvent, GroupLeft } from '../group.events.js';
import { checkDecider, known, lastSpell, type Group } from '../group.js';

export class LeaveGroup {
  constructor(readonly data: GroupLeft['data'] & { readonly decidedAt: string; readonly by: Role }) {}
}

/** Her last day in a group; said otherwise, it is another. */
export const leaveGroup: Decide<LeaveGroup, Group, GroupEvent> = ({ data }, state) => {
  const { decidedAt: occurredAt, by, ...left } = data;
  const { groupId, staffId, until } = left;
  const formed = known(groupId, state);
  checkDecider(by, formed);
  const last = lastSpell(formed, staffId);
  if (last === undefined) {
    throw new Rejection('not-in-the-group', 'She was never in this group.', { groupId, staffId });
  }
  if (last.until === until) return [];
  if (until < last.from) {
    throw new Rejection('ends-before-it-begins', 'The last day comes before the first.', {
      ...{ from: last.from, until },
    });
  }
  return [{ type: 'GroupLeft', occurredAt, storeId: formed.storeId, data: left }];
};
