import type { DomainEvent } from '#libs/event-sourcing';

/** How a cosmetic is let onto the market: 备案 for ordinary ones, 注册 for special ones. */
export const LICENCES = ['filing', 'registration'] as const;

export interface Licence {
  readonly kind: (typeof LICENCES)[number];
  /** As the authority wrote it, such as `粤G妆网备字2021000001`. */
  readonly number: string;
  /** The last day; null for what has none. */
  readonly expiresOn: string | null;
}

/** Known from now on, or described otherwise. */
export type ProductDescribed = DomainEvent<
  'ProductDescribed',
  {
    productId: string;
    name: string;
    supplier: string;
    /** Null for what has none. */
    licence: Licence | null;
  }
>;

export type BatchReceived = DomainEvent<
  'BatchReceived',
  {
    productId: string;
    storeId: string;
    batch: string;
    /** The last day on which it may be used. */
    expiresOn: string;
    /** The store's day. */
    receivedOn: string;
  }
>;

/** Used up, thrown away or sent back: it is in the store no more. */
export type BatchFinished = DomainEvent<
  'BatchFinished',
  {
    productId: string;
    storeId: string;
    batch: string;
    finishedOn: string;
    /** A word of the chain's own list, such as `used-up`. */
    reason: string;
  }
>;

export type StockEvent = BatchReceived | BatchFinished;
export type ProductEvent = ProductDescribed | StockEvent;
