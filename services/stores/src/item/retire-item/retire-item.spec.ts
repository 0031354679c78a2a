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

  it('refuses an item nobody knows', () => {
    spec.given().when(retiring).thenRefused('unknown-item');
  });
});
