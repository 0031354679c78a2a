import { alreadyDecided, scheduledAfter } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ItemEvent, ItemPriced } from '../item.events.js';
import { known, pricesIn, type Item } from '../item.js';

export class PriceItem {
  constructor(
    readonly data: ItemPriced['data'] & {
      readonly pricedAt: string;
      /** Of the store; null when it is for the chain. */
      readonly currencyThere: string | null;
    },
  ) {}
}

/**
 * Prices overlap as people set them: the one that began last holds, of one day the one set last. A store that goes by the
 * chain's price again does so until somebody says otherwise, so a price of its own that was set for later is taken back first.
 */
export const priceItem: Decide<PriceItem, Item, ItemEvent> = ({ data }, state) => {
  const { pricedAt: occurredAt, currencyThere, ...priced } = data;
  const { itemId, storeId, effectiveFrom, price } = priced;
  known(itemId, state);
  if (price === null && storeId === null) {
    throw new Rejection('price-missing', 'Say what it costs: only a store goes by the chain’s price again.', {
      itemId,
    });
  }
  if (price !== null && currencyThere !== null && price.currency !== currencyThere) {
    throw new Rejection('other-currency', 'The store has another currency.', { currency: currencyThere });
  }
  const inCurrency = pricesIn(price?.currency ?? currencyThere, state);
  const later = price === null ? scheduledAfter(inCurrency, storeId, effectiveFrom) : undefined;
  if (later !== undefined) {
    const sentence = 'The store has a price of its own from a later day: take it back from that day first.';
    throw new Rejection('price-from-later', sentence, { itemId, storeId, effectiveFrom: later });
  }
  if (alreadyDecided(inCurrency, { storeId, effectiveFrom, value: price })) return [];
  return [{ type: 'ItemPriced', occurredAt, storeId, data: priced }];
};
