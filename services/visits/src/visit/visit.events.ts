import type { DomainEvent } from '#libs/event-sourcing';

export const PAYMENT_METHODS = ['cash', 'bank-card', 'wechat', 'alipay', 'transfer', 'other'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Why an item may be given although something speaks against it. */
export const DESPITE = ['patch-tested', 'doctor-agreed', 'served-already'] as const;
export type Despite = (typeof DESPITE)[number];

/** Money in minor units of the visit's currency. */
export interface BillLine {
  lineId: string;
  itemId: string;
  description: string | null;
  quantity: number;
  paidMinor: number;
  /** Who served. */
  staffId: string | null;
}

export interface Payment {
  method: PaymentMethod;
  amountMinor: number;
}

export type VisitCompleted = DomainEvent<
  'VisitCompleted',
  {
    visitId: string;
    /** Null for a walk-in. */
    clientId: string | null;
    storeId: string;
    timeZone: string;
    currency: string;
    lines: BillLine[];
    payments: Payment[];
    paidMinor: number;
    completedOn: string;
    /** Why she was given what something in her file speaks against; left out where nothing was asked. */
    despite?: Despite;
  }
>;

export interface ReturnedLine {
  lineId: string;
  itemId: string;
  quantity: number;
  returnedMinor: number;
  /** What stays paid of the line after this and all earlier returns. */
  stillPaidMinor: number;
}

export type GoodsReturned = DomainEvent<
  'GoodsReturned',
  {
    returnId: string;
    lines: ReturnedLine[];
    returnedMinor: number;
    visitStillPaidMinor: number;
    returnedOn: string;
    /** Told again for those who listen: a return is read without its visit. */
    visit: { visitId: string; clientId: string | null; storeId: string };
  }
>;

export type VisitEvent = VisitCompleted | GoodsReturned;
