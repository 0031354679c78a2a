import type { DomainEvent } from '#libs/event-sourcing';

export interface NotedLine {
  readonly itemId: string;
  readonly quantity: number;
  readonly amountMinor: number;
  /** Who served; null when that was not told. */
  readonly staffId: string | null;
}

/** A client was served, as `visits` told it. */
export type VisitNoted = DomainEvent<
  'VisitNoted',
  {
    visitId: string;
    clientId: string;
    storeId: string;
    timeZone: string;
    currency: string;
    completedOn: string;
    paidMinor: number;
    lines: readonly NotedLine[];
  }
>;

/** She brought goods back, as `visits` told it. */
export type ReturnNoted = DomainEvent<
  'ReturnNoted',
  {
    returnId: string;
    /** Null when the bill is not known. */
    visitId: string | null;
    clientId: string;
    storeId: string;
    returnedOn: string;
    returnedMinor: number;
    lines: readonly NotedLine[];
  }
>;

export type NotedVisitEvent = VisitNoted | ReturnNoted;
