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

  it('refuses another currency than the store has, and an item nobody knows', () => {
    spec.given(offered).when(pricing('GBP')).thenRefused('other-currency', { currency: 'GBP' });
    spec.given().when(pricing('CNY')).thenRefused('unknown-item');
  });
});
