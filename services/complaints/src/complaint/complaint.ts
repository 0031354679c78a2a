import { dayOf } from '#libs/calendar';
import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type {
  ComplaintBreached,
  ComplaintEvent,
  ComplaintOpened,
  ComplaintTold,
  Resolution,
} from './complaint.events.js';

export type ComplaintStatus = 'open' | 'answered' | 'closed';

export interface KnownComplaint {
  readonly status: ComplaintStatus;
  readonly opening: ComplaintOpened['data'];
  readonly openedAt: string;
  readonly warned: boolean;
  /** Null when the time to answer has not run out, or when that proved to be wrong. */
  readonly breachedAt: string | null;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
  readonly resolution: Resolution | null;
}

export type Complaint = { readonly status: 'unknown' } | KnownComplaint;

export const complaint: Aggregate<Complaint, ComplaintEvent> = {
  category: 'complaint',
  initial: { status: 'unknown' },
  storeOf: (state) => (state.status === 'unknown' ? null : state.opening.storeId),
  evolve: (before, event) => {
    if (event.type === 'ComplaintOpened') return openedBy(event);
    return before.status === 'unknown' ? before : { ...before, ...changeBy(event) };
  },
};

const openedBy = ({ data, occurredAt }: ComplaintOpened): KnownComplaint => ({
  status: 'open',
  opening: data,
  openedAt: occurredAt,
  warned: false,
  breachedAt: null,
  answeredAt: null,
  closedAt: null,
  resolution: null,
});

const changeBy = (event: Exclude<ComplaintEvent, ComplaintOpened>): Partial<KnownComplaint> => {
  switch (event.type) {
    case 'AnswerDueSoon':
      return { warned: true };
    case 'ComplaintBreached':
      return { breachedAt: event.data.breachedAt };
    case 'BreachWithdrawn':
      return { breachedAt: null };
    case 'ComplaintAnswered':
      return { status: 'answered', answeredAt: event.occurredAt };
    case 'ComplaintClosed':
      return { status: 'closed', closedAt: event.occurredAt, resolution: event.data.resolution };
  }
};

/** What facts tell of a complaint. */
export const toldOf = ({ opening: { complaintId, storeId, clientId } }: KnownComplaint): ComplaintTold => ({
  complaintId,
  storeId,
  clientId,
});

/** The moment its time ran out, whoever finds out and when. */
export const breached = (complaint: KnownComplaint): ComplaintBreached => {
  const { dueAt: breachedAt, timeZone, storeId } = complaint.opening;
  const data = { ...toldOf(complaint), breachedAt, breachedOn: dayOf(breachedAt, timeZone) };
  return { type: 'ComplaintBreached', occurredAt: breachedAt, storeId, data };
};

export const unknownComplaint = (complaintId: string): Rejection =>
  new Rejection('unknown-complaint', 'There is no complaint with this id.', { complaintId }, 'not-found');
