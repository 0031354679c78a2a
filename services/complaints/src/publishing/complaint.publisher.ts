import { complaintAnswered } from '#contracts/complaints/complaint-answered.v1';
import { complaintBreachWithdrawn } from '#contracts/complaints/complaint-breach-withdrawn.v1';
import { complaintBreached } from '#contracts/complaints/complaint-breached.v1';
import { complaintClosed } from '#contracts/complaints/complaint-closed.v1';
import { complaintOpened } from '#contracts/complaints/complaint-opened.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { ComplaintEvent } from '../complaint/complaint.events.js';
import type { KnownLinkEvent } from '#libs/service';
import type { KnownStoreEvent } from '../known-store/known-store.events.js';

/** Everything that this service records. */
export type ComplaintFact = ComplaintEvent | KnownStoreEvent | KnownLinkEvent;

export const complaintPublisher: Publisher<ComplaintFact> = {
  ComplaintOpened: ({ data: { complaintId, clientId, storeId, openedOn, dueAt }, occurredAt: openedAt }) =>
    tell(complaintOpened, { complaintId, clientId, storeId, openedAt, openedOn, dueAt }),
  AnswerDueSoon: kept,
  ComplaintBreached: ({ data }) => tell(complaintBreached, data),
  BreachWithdrawn: ({ data: { breachedAt, ...complaint }, occurredAt: withdrawnAt }) =>
    tell(complaintBreachWithdrawn, { ...complaint, withdrawnAt }),
  ComplaintAnswered: ({ data, occurredAt: answeredAt }) => tell(complaintAnswered, { ...data, answeredAt }),
  ComplaintClosed: ({ data, occurredAt: closedAt }) => tell(complaintClosed, { ...data, closedAt }),
  StoreLearned: kept,
  LinkLearned: kept,
  LinkUnlearned: kept,
};
