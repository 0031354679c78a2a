import { decisions } from '#libs/testing';
import { anItemOffered, anItemRetired } from '../../testing/item.builders.js';
import { item } from '../item.js';
import { RetireItem, retireItem } from './retire-item.js';

const spec = decisions(item, retireItem);
const retired = anItemRetired();
const retiring = new RetireItem({ ...retired.data, retiredAt: retired.occurredAt });

describe('retiring an item', () => {
  it('takes it off the menu from a day on, once', () => {
    spec.given(anItemOffered()).when(retiring).then(retired);
    spec.given(anItemOffered(), retired).when(retiring).thenNothing();
  });

  it('lets no description that was scheduled before bring it back unsaid', () => {
    const anew = anItemOffered({ effectiveFrom: '2026-06-01' });
    const context = { effectiveFrom: '2026-06-01' };
    spec.given(anItemOffered(), anew).when(retiring).thenRefused('item-from-later', context);
    spec.given(anItemOffered(), retired, anew).when(retiring).thenRefused('item-from-later', context);
    const first = anItemRetired({ effectiveFrom: '2026-06-01' });
    spec.given(anItemOffered(), anew, first).when(retiring).then(retired);
  });

  it('is from the first day of what is to come, and from none before', () => {
    const offered = anItemOffered({ effectiveFrom: '2026-04-01' });
    const early = new RetireItem({ ...retiring.data, effectiveFrom: '2026-03-31' });
    spec.given(offered).when(early).thenRefused('item-from-later', { effectiveFrom: '2026-04-01' });
    spec.given(offered).when(retiring).then(retired);
    spec.given(offered, retired).when(early).thenNothing();
  });

  it('refuses an item nobody knows', () => {
    spec.given().when(retiring).thenRefused('unknown-item');
  });
});
