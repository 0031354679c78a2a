import type { Decide } from '#libs/event-sourcing';
import type { ComplaintEvent } from '../complaint.events.js';
import { toldOf, type Complaint } from '../complaint.js';

export class WarnBeforeDue {
  constructor(readonly data: { readonly complaintId: string }) {}
}

/** Warns once, while there is no answer. */
export const warnBeforeDue: Decide<WarnBeforeDue, Complaint, ComplaintEvent> = (_command, complaint) => {
  if (complaint.status !== 'open' || complaint.warned) return [];
  const { warnAt, dueAt, storeId } = complaint.opening;
  return [{ type: 'AnswerDueSoon', occurredAt: warnAt, storeId, data: { ...toldOf(complaint), dueAt } }];
};
