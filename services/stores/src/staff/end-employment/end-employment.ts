import type { Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
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

/** Who leaves is signed out at once, everywhere. */
export const endEmployment: Decide<EndEmployment, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, reason, endedAt: occurredAt, by } = data;
  const { status, role, storeIds, epoch } = known(staffId, state);
  checkGrant(by, role, storeIds);
  if (status === 'left') return [];
  return [{ type: 'EmploymentEnded', occurredAt, data: { staffId, reason, epoch: epoch + 1 } }];
};
