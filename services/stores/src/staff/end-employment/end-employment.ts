import type { Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
import { identityClaim } from '../identity.js';
import type { StaffEvent } from '../staff.events.js';
import { known, type Staff } from '../staff.js';

export class EndEmployment {
  constructor(
    readonly data: {
      readonly staffId: string;
      readonly reason: string;
      readonly endedAt: string;
      readonly by: Grantor;
    },
  ) {}
}

/**
 * Who leaves is signed out at once, everywhere. Her login, which comes as a claim, and who she is at the provider
 * are free then: whoever is hired with them next, and were it herself, is another account.
 */
export const endEmployment =
  (held: readonly string[]): Decide<EndEmployment, Staff, StaffEvent> =>
  ({ data }, state) => {
    const { staffId, reason, endedAt: occurredAt, by } = data;
    const { status, role, storeIds, epoch, identity } = known(staffId, state);
    checkGrant(by, role, storeIds);
    if (status === 'left') return [];
    const released = [...held, ...(identity === null ? [] : [identityClaim(identity)])];
    return [{ type: 'EmploymentEnded', occurredAt, released, data: { staffId, reason, epoch: epoch + 1 } }];
  };
