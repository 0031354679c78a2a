import { Rejection, type Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
import type { StaffEvent, StaffHired } from '../staff.events.js';
import type { Staff } from '../staff.js';

export class HireStaff {
  constructor(
    readonly data: StaffHired['data'] & {
      readonly hiredAt: string;
      readonly by: Grantor;
      /** Kept beside the log. */
      readonly account: { readonly name: string; readonly login: string; readonly password: string | null };
    },
  ) {}
}

/** Somebody begins to work for the chain, with access of a kind that is the hirer's to give; her login comes as a claim. */
export const hireStaff =
  (claims: readonly string[]): Decide<HireStaff, Staff, StaffEvent> =>
  ({ data }, state) => {
    const { staffId, post, role, storeIds, passwordEndsAt, hiredAt: occurredAt, by } = data;
    checkGrant(by, role, storeIds);
    if (state.status !== 'unknown') {
      throw new Rejection('staff-already-hired', 'Somebody with this id works here already.', { staffId });
    }
    const ends = passwordEndsAt === undefined ? {} : { passwordEndsAt };
    return [{ type: 'StaffHired', occurredAt, claims, data: { staffId, post, role, storeIds, ...ends } }];
  };
