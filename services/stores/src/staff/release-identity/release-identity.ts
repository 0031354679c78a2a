import type { Decide } from '#libs/event-sourcing';
import type { StaffEvent } from '../staff.events.js';
import { known, type Staff } from '../staff.js';

export class ReleaseIdentity {
  constructor(readonly data: { readonly staffId: string; readonly reason: string; readonly at: string }) {}
}

/** Whoever comes from the provider with her login next is bound anew. */
export const releaseIdentity: Decide<ReleaseIdentity, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, reason, at: occurredAt } = data;
  const { identity, epoch } = known(staffId, state);
  if (identity === null) return [];
  return [{ type: 'IdentityReleased', occurredAt, data: { staffId, identity, reason, epoch: epoch + 1 } }];
};
