import { dayOf } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ComplaintEvent, Resolution } from '../complaint.events.js';
import { toldOf, unknownComplaint, type Complaint } from '../complaint.js';

export class CloseComplaint {
  constructor(
    readonly data: {
      readonly complaintId: string;
      readonly resolution: Resolution;
      readonly closedAt: string;
    },
  ) {}
}

/** A complaint is closed once, after its answer. */
export const closeComplaint: Decide<CloseComplaint, Complaint, ComplaintEvent> = ({ data }, complaint) => {
  const { complaintId, resolution, closedAt: occurredAt } = data;
  if (complaint.status === 'unknown') throw unknownComplaint(complaintId);
  if (complaint.status === 'open') {
    throw new Rejection('not-answered-yet', 'A complaint is answered before it is closed.', { complaintId });
  }
  if (complaint.status === 'closed') return onlyTheSame(complaint.resolution, data);
  const { timeZone, storeId } = complaint.opening;
  const closedOn = dayOf(occurredAt, timeZone);
  return [
    { type: 'ComplaintClosed', occurredAt, storeId, data: { ...toldOf(complaint), resolution, closedOn } },
  ];
};

const onlyTheSame = (
  closedAs: Resolution | null,
  { complaintId, resolution }: CloseComplaint['data'],
): [] => {
  if (closedAs === resolution) return [];
  throw new Rejection('closed-differently', 'This complaint is closed already, with another resolution.', {
    complaintId,
    resolution: closedAs,
  });
};
