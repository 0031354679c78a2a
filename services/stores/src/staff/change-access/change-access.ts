import type { Role } from '#libs/access';
import type { Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
import type { StaffEvent } from '../staff.events.js';
import { employed, type Staff } from '../staff.js';

export class ChangeAccess {
  constructor(
    readonly data: {
      readonly staffId: string;
      readonly role: Role;
      readonly storeIds: readonly string[];
      readonly changedAt: string;
      readonly by: Grantor;
    },
  ) {}
}

/** Both what she had and what she gets must be the grantor's to give; tokens from before are good no more. */
export const changeAccess: Decide<ChangeAccess, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, role, storeIds, changedAt: occurredAt, by } = data;
  const had = employed(staffId, state);
  checkGrant(by, had.role, had.storeIds);
  checkGrant(by, role, storeIds);
  if (had.role === role && sameStores(had.storeIds, storeIds)) return [];
  return [{ type: 'AccessChanged', occurredAt, data: { staffId, role, storeIds, epoch: had.epoch + 1 } }];
};

const sameStores = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((storeId) => others.includes(storeId));
