import { decisions } from '#libs/testing';
import { anItemOffered, anItemRetired } from '../../testing/item.builders.js';
import { item } from '../item.js';
import { OfferItem, offerItem } from './offer-item.js';

const spec = decisions(item, offerItem);
const offered = anItemOffered();
const offering = new OfferItem({ ...offered.data, offeredAt: offered.occurredAt });

describe('putting an item on the menu', () => {
  it('is offered as described from its day on', () => {
    spec.given().when(offering).then(offered);
  });

  it('changes nothing when it is so from that day already', () => {
    spec.given(offered).when(offering).thenNothing();
  });

  it('comes back after it was retired', () => {
    spec
      .given(offered, anItemRetired({ effectiveFrom: '2026-03-01' }))
      .when(offering)
      .then(offered);
  });
});
