import type { Decide } from '#libs/event-sourcing';
import type { StaffEvent } from '../staff.events.js';
import { known, type Staff } from '../staff.js';

export class SignOutEverywhere {
  constructor(readonly data: { readonly staffId: string; readonly at: string }) {}
}

/** Every token and every session from before is good no more. */
export const signOutEverywhere: Decide<SignOutEverywhere, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, at: occurredAt } = data;
  const { epoch } = known(staffId, state);
  return [{ type: 'SignedOutEverywhere', occurredAt, data: { staffId, epoch: epoch + 1 } }];
};
