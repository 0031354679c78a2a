import type { DomainEvent } from '#libs/event-sourcing';

export interface Goods {
  readonly productId: string;
  readonly quantity: number;
}

export type ShiftHandedOver = DomainEvent<
  'ShiftHandedOver',
  {
    handOverId: string;
    storeId: string;
    fromStaffId: string;
    toStaffId: string;
    goods: readonly Goods[];
    cashMinor: number;
    /** Codes of what is left to do; nothing about a person. */
    open: readonly string[];
  }
>;

export type HandOverAccepted = DomainEvent<
  'HandOverAccepted',
  {
    handOverId: string;
    countedMinor: number;
    /** Counted less what was said to be there; below zero when money is missing. */
    differenceMinor: number;
    missing: readonly Goods[];
  }
>;

export type HandOverEvent = ShiftHandedOver | HandOverAccepted;
