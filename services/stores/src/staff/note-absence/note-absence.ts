import { Rejection, type Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
import type { AbsenceNoted, StaffEvent } from '../staff.events.js';
import { employed, type Staff } from '../staff.js';

export class NoteAbsence {
  constructor(readonly data: AbsenceNoted['data'] & { readonly notedAt: string; readonly by: Grantor }) {}
}

/** Nobody is away twice at once. */
export const noteAbsence: Decide<NoteAbsence, Staff, StaffEvent> = ({ data }, state) => {
  const { notedAt: occurredAt, by, ...absence } = data;
  const { role, storeIds, absences } = employed(data.staffId, state);
  checkGrant(by, role, storeIds);
  const { from, until } = absence;
  if (until < from) {
    throw new Rejection('ends-before-it-begins', 'The last day comes before the first.', { from, until });
  }
  const other = absences.find((one) => one.from <= until && from <= one.until);
  if (other !== undefined) {
    throw new Rejection('absent-already', 'She is away on some of these days already.', { ...other });
  }
  return [{ type: 'AbsenceNoted', occurredAt, data: absence }];
};
