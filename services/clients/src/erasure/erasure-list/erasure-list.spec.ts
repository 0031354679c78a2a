import { views } from '#libs/testing';
import { erasureCarriedOut, erasureOrdered, erasureReached } from '../../testing/erasure.builders.js';
import { erasureList } from './erasure-list.projection.js';

const { clientId, storeId } = erasureOrdered().data;
const row = { clientId, storeId, orderedAt: erasureOrdered().occurredAt };

describe('the list of erasures', () => {
  it('shows which are under way, whoever was reached', () => {
    views(erasureList)
      .given(erasureOrdered(), erasureReached())
      .thenRows({ ...row, carriedOutAt: null });
  });

  it('shows which were carried out', () => {
    views(erasureList)
      .given(erasureOrdered(), erasureCarriedOut())
      .thenRows({ ...row, carriedOutAt: erasureCarriedOut().occurredAt });
  });
});
