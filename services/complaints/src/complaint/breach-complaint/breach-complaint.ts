import type { Decide } from '#libs/event-sourcing';
import type { ComplaintEvent } from '../complaint.events.js';
import { breached, type Complaint } from '../complaint.js';

export class BreachComplaint {
  constructor(readonly data: { readonly complaintId: string }) {}
}

/** The time to answer has run out; an answer given before, or a breach recorded with a late one, leaves nothing to record. */
export const breachComplaint: Decide<BreachComplaint, Complaint, ComplaintEvent> = (_command, complaint) => {
  if (complaint.status !== 'open' || complaint.breachedAt !== null) return [];
  return [breached(complaint)];
};
