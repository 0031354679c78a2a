import type { Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
import type { AbsenceCancelled, StaffEvent } from '../staff.events.js';
import { employed, type Staff } from '../staff.js';

export class CancelAbsence {
  constructor(
    readonly data: AbsenceCancelled['data'] & { readonly cancelledAt: string; readonly by: Grantor },
  ) {}
}

/** She works on these days after all. */
export const cancelAbsence: Decide<CancelAbsence, Staff, StaffEvent> = ({ data }, state) => {
  const { cancelledAt: occurredAt, by, ...cancelled } = data;
  const { role, storeIds, absences } = employed(data.staffId, state);
  checkGrant(by, role, storeIds);
  if (!absences.some(({ absenceId }) => absenceId === cancelled.absenceId)) return [];
  return [{ type: 'AbsenceCancelled', occurredAt, data: cancelled }];
};
