import type { Projection } from '#libs/event-sourcing';
import type { Category, Channel, ComplaintEvent, Resolution } from '../complaint.events.js';
import type { ComplaintStatus } from '../complaint.js';

export interface ComplaintRow {
  complaintId: string;
  storeId: string;
  clientId: string | null;
  visitId: string | null;
  channel: Channel;
  category: Category | null;
  status: ComplaintStatus;
  openedAt: string;
  dueAt: string;
  /** Staff were warned that the answer is due. */
  dueSoon: boolean;
  breachedAt: string | null;
  answeredAt: string | null;
  closedAt: string | null;
  resolution: Resolution | null;
}

type Rows = Parameters<(typeof complaintList)['on']['ComplaintClosed']>[1];

export const complaintList: Projection<ComplaintEvent, ComplaintRow> = {
  name: 'complaint_list',
  of: ['complaint'],
  columns: {
    complaintId: 'text',
    storeId: 'text not null',
    clientId: 'text',
    visitId: 'text',
    channel: 'text not null',
    category: 'text',
    status: 'text not null',
    openedAt: 'timestamptz not null',
    dueAt: 'text not null', // as text, in UTC, it sorts as it should, and any cursor can be compared with it
    dueSoon: 'boolean not null',
    breachedAt: 'timestamptz',
    answeredAt: 'timestamptz',
    closedAt: 'timestamptz',
    resolution: 'text',
  },
  key: 'complaintId',
  store: 'storeId',
  indexes: ['"dueAt", "complaintId"', '"storeId", status, "dueAt", "complaintId"', '"clientId"'],
  reads: ({ data }) => [data.complaintId],
  on: {
    ComplaintOpened: ({ data: { timeZone, openedOn, warnAt, ...opening }, occurredAt }, rows) =>
      rows.set(opening.complaintId, { ...opening, openedAt: occurredAt, ...unanswered }),
    AnswerDueSoon: ({ data }, rows) => change(rows, data.complaintId, { dueSoon: true }),
    ComplaintBreached: ({ data }, rows) => change(rows, data.complaintId, { breachedAt: data.breachedAt }),
    BreachWithdrawn: ({ data }, rows) => change(rows, data.complaintId, { breachedAt: null }),
    ComplaintAnswered: ({ data, occurredAt }, rows) =>
      change(rows, data.complaintId, { status: 'answered', answeredAt: occurredAt }),
    ComplaintClosed: ({ data, occurredAt }, rows) =>
      change(rows, data.complaintId, {
        status: 'closed',
        closedAt: occurredAt,
        resolution: data.resolution,
      }),
  },
};

const unanswered = {
  status: 'open',
  dueSoon: false,
  breachedAt: null,
  answeredAt: null,
  closedAt: null,
  resolution: null,
} as const;

const change = (rows: Rows, complaintId: string, changed: Partial<ComplaintRow>): void =>
  rows.set(complaintId, { ...rows.get(complaintId)!, ...changed });
