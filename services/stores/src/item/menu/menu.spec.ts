import { views } from '#libs/testing';
import { anItemOffered, anItemPriced, anItemRetired } from '../../testing/item.builders.js';
import { menu } from './menu.projection.js';

describe('the menu', () => {
  const offered = anItemOffered();
  const { effectiveFrom, description: value } = offered.data;
  const described = { storeId: null, effectiveFrom, value };

  it('shows an item with everything decided about it', () => {
    views(menu)
      .given(offered, anItemRetired(), anItemPriced())
      .thenRows({
        itemId: 'hydra-01',
        item: {
          descriptions: [described, { storeId: null, effectiveFrom: '2026-04-01', value: null }],
          prices: [{ storeId: null, effectiveFrom, value: { priceMinor: 12_800, currency: 'CNY' } }],
        },
      });
  });
});
