import type { Medical } from '#contracts/stores/medical';
import type { DomainEvent } from '#libs/event-sourcing';

export const ITEM_KINDS = ['regular', 'special'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface ItemDescription {
  name: string;
  kind: ItemKind;
  durationMinutes: number;
  /** Rooms and devices it takes. */
  needs: readonly string[];
  /** See `contracts/stores/contraindications`. */
  contraindications: readonly string[];
  /** What is used up. */
  products: readonly string[];
  /** Left out of care. */
  medical?: Medical;
}

/** On the menu from a day on, or described otherwise from then. */
export type ItemOffered = DomainEvent<
  'ItemOffered',
  { itemId: string; effectiveFrom: string; description: ItemDescription }
>;

/** Off the menu from a day on. */
export type ItemRetired = DomainEvent<'ItemRetired', { itemId: string; effectiveFrom: string }>;

export interface Price {
  priceMinor: number;
  /** ISO 4217. */
  currency: string;
}

export type ItemPriced = DomainEvent<
  'ItemPriced',
  {
    itemId: string;
    /** Null for every store with this currency. */
    storeId: string | null;
    effectiveFrom: string;
    /** Null when a store goes by the chain's price again. */
    price: Price | null;
  }
>;

export type ItemEvent = ItemOffered | ItemRetired | ItemPriced;
