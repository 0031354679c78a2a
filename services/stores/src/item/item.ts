import type { Effective } from '#libs/effective';
import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { ItemDescription, ItemEvent, Price } from './item.events.js';

export interface Item {
  readonly descriptions: readonly Effective<ItemDescription>[];
  readonly prices: readonly Effective<Price>[];
}

export const item: Aggregate<Item, ItemEvent> = {
  category: 'item',
  initial: { descriptions: [], prices: [] },
  evolve: ({ descriptions, prices }, { type, data }) => {
    const { effectiveFrom } = data;
    switch (type) {
      case 'ItemOffered': {
        const entry = { storeId: null, effectiveFrom, value: data.description };
        return { prices, descriptions: [...descriptions, entry] };
      }
      case 'ItemRetired':
        return { prices, descriptions: [...descriptions, { storeId: null, effectiveFrom, value: null }] };
      case 'ItemPriced': {
        const entry = { storeId: data.storeId, effectiveFrom, value: data.price };
        return { descriptions, prices: [...prices, entry] };
      }
    }
  },
};

/** Those that are told in a currency, and those that took a price back. */
export const pricesIn = (currency: string | null, { prices }: Item): Item['prices'] =>
  prices.filter(({ value }) => value === null || value.currency === currency);

/** Refuses for what was never on the menu. */
export const known = (itemId: string, state: Item): Item => {
  if (state.descriptions.length > 0) return state;
  throw new Rejection('unknown-item', 'There is no item with this id.', { itemId }, 'not-found');
};
