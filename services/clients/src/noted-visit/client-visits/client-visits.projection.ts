import type { Projection } from '#libs/event-sourcing';
import type { NotedLine, NotedVisitEvent } from '../noted-visit.events.js';

export interface ClientVisitRow {
  /** Of the visit, or of the return. */
  id: string;
  kind: 'visit' | 'return';
  clientId: string;
  /** Of a return: the visit it belongs to, when that is known. */
  visitId: string | null;
  storeId: string;
  /** As text, in UTC, it sorts as it should. */
  happenedAt: string;
  /** The day at the store. */
  happenedOn: string;
  timeZone: string | null;
  currency: string | null;
  /** Paid by her, or given back to her. */
  amountMinor: number;
  lines: readonly NotedLine[];
}

/** Visits and returns as they were: what they come to is counted by whoever asks, for the day that is asked about. */
export const clientVisits: Projection<NotedVisitEvent, ClientVisitRow> = {
  name: 'client_visit',
  of: ['noted-visit'],
  columns: {
    id: 'text',
    kind: 'text not null',
    clientId: 'text not null',
    visitId: 'text',
    storeId: 'text not null',
    happenedAt: 'text not null',
    happenedOn: 'text not null',
    timeZone: 'text',
    currency: 'text',
    amountMinor: 'bigint not null',
    lines: 'json not null',
  },
  key: 'id',
  store: 'storeId',
  indexes: ['"clientId", "happenedAt", id', '"storeId", "happenedOn"'],
  on: {
    VisitNoted: ({ data, occurredAt }, rows) => {
      const { visitId: id, completedOn: happenedOn, paidMinor: amountMinor, ...visit } = data;
      const row = {
        id,
        kind: 'visit',
        visitId: null,
        happenedAt: occurredAt,
        happenedOn,
        amountMinor,
      } as const;
      rows.set(id, { ...row, ...visit });
    },
    ReturnNoted: ({ data, occurredAt }, rows) => {
      const { returnId: id, returnedOn: happenedOn, returnedMinor: amountMinor, ...returned } = data;
      const row = { id, kind: 'return', happenedAt: occurredAt, happenedOn, amountMinor } as const;
      rows.set(id, { ...row, timeZone: null, currency: null, ...returned });
    },
  },
};
