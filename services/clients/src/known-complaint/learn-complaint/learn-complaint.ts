import type { Decide } from '#libs/event-sourcing';
import type { ComplaintLearned } from '../known-complaint.events.js';
import type { KnownComplaints } from '../known-complaint.js';

export class LearnComplaint {
  constructor(readonly data: ComplaintLearned['data'] & { readonly takenAt: string }) {}
}

/** Each step is taken once, so it is learned once. */
export const learnComplaint: Decide<LearnComplaint, KnownComplaints, ComplaintLearned> = (
  { data },
  complaints,
) => {
  const { takenAt: occurredAt, ...learned } = data;
  if (complaints[learned.complaintId]?.steps[learned.step] !== undefined) return [];
  return [{ type: 'ComplaintLearned', occurredAt, storeId: learned.storeId, data: learned }];
};
