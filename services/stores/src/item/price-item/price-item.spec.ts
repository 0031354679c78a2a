import { decisions } from '#libs/testing';
import { anItemOffered, anItemPriced } from '../../testing/item.builders.js';
import { item } from '../item.js';
import { PriceItem, priceItem } from './price-item.js';

const spec = decisions(item, priceItem);
const offered = anItemOffered();
const priced = anItemPriced({ storeId: 'sh-01' });
const pricing = (currencyThere: string) =>
  new PriceItem({ ...priced.data, pricedAt: priced.occurredAt, currencyThere });

describe('pricing an item', () => {
  it('sets what it costs in a store from a day on, once', () => {
    spec.given(offered).when(pricing('CNY')).then(priced);
    spec.given(offered, priced).when(pricing('CNY')).thenNothing();
  });

  it('sets what it costs in the chain, in each currency once', () => {
    const chain = anItemPriced();
    const inPounds = anItemPriced({ price: { priceMinor: 1_500, currency: 'GBP' } });
    const again = ({ data, occurredAt }: typeof chain) =>
      new PriceItem({ ...data, pricedAt: occurredAt, currencyThere: null });
    spec.given(offered, chain).when(again(inPounds)).then(inPounds);
    for (const priced of [chain, inPounds])
      spec.given(offered, chain, inPounds).when(again(priced)).thenNothing();
  });

  it('has a store go by the chain’s price again, and the chain by none', () => {
    const none = (storeId: string | null, currencyThere: string | null) =>
      new PriceItem({ ...priced.data, storeId, price: null, pricedAt: priced.occurredAt, currencyThere });
    const ended = anItemPriced({ storeId: 'sh-01', price: null });
    spec.given(offered, priced).when(none('sh-01', 'CNY')).then(ended);
    spec.given(offered, priced, ended).when(none('sh-01', 'CNY')).thenNothing();
    // It would take the price from every store, whatever its currency.
    spec.given(offered, anItemPriced()).when(none(null, null)).thenRefused('price-missing');
  });

  it('has a store go by the chain’s price until somebody says otherwise', () => {
    const later = anItemPriced({ storeId: 'sh-01', effectiveFrom: '2026-06-01' });
    const none = (effectiveFrom: string) => anItemPriced({ storeId: 'sh-01', effectiveFrom, price: null });
    const taking = ({ data, occurredAt }: typeof later) =>
      new PriceItem({ ...data, pricedAt: occurredAt, currencyThere: 'CNY' });
    const context = { effectiveFrom: '2026-06-01' };
    const back = none('2026-05-01');
    spec.given(offered, priced, later).when(taking(back)).thenRefused('price-from-later', context);
    spec.given(offered, priced, later, none('2026-06-01')).when(taking(back)).then(back);
    const others = [
      anItemPriced({ effectiveFrom: '2026-06-01' }),
      anItemPriced({ storeId: 'bj-01', effectiveFrom: '2026-06-01' }),
    ];
    spec
      .given(offered, priced, ...others)
      .when(taking(back))
      .then(back);
  });

  it('refuses another currency than the store has, and an item nobody knows', () => {
    spec.given(offered).when(pricing('GBP')).thenRefused('other-currency', { currency: 'GBP' });
    spec.given().when(pricing('CNY')).thenRefused('unknown-item');
  });
});
