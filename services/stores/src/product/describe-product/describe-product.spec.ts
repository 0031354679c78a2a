import { decisions } from '#libs/testing';
import { aProductDescribed } from '../../testing/product.builders.js';
import type { ProductDescribed } from '../product.events.js';
import { product } from '../product.js';
import { DescribeProduct, describeProduct } from './describe-product.js';

const spec = decisions(product, describeProduct);
const describing = (data: Partial<ProductDescribed['data']> = {}) => {
  const described = aProductDescribed(data);
  return new DescribeProduct({ ...described.data, describedAt: described.occurredAt });
};

describe('describing a product', () => {
  it('says who supplies it and under which licence, once', () => {
    spec.given().when(describing()).then(aProductDescribed());
    spec.given(aProductDescribed()).when(describing()).thenNothing();
  });

  it('says otherwise what changed, also that it has no licence any more', () => {
    for (const change of [{ supplier: 'Another Ltd.' }, { licence: null }])
      spec.given(aProductDescribed()).when(describing(change)).then(aProductDescribed(change));
  });
});
