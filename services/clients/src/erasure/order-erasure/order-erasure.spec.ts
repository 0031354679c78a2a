import { decisions } from '#libs/testing';
import { erasureCarriedOut, erasureOrdered } from '../../testing/erasure.builders.js';
import { erasure } from '../erasure.js';
import { OrderErasure, orderErasure } from './order-erasure.js';

const ordered = erasureOrdered();
const { clientId, storeId, ...told } = ordered.data;
const hers = { clientId, storeId };
const spec = decisions(erasure, orderErasure(hers));
const ordering = new OrderErasure({ files: [hers], ...told, orderedAt: ordered.occurredAt });

describe('ordering an erasure', () => {
  it('says who ordered it and why', () => {
    spec.given().when(ordering).then(ordered);
  });

  it('changes nothing when it is ordered already, or done', () => {
    spec.given(ordered).when(ordering).thenNothing();
    spec.given(ordered, erasureCarriedOut()).when(ordering).thenNothing();
  });
});
