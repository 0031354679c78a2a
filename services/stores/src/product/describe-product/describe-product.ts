import type { Decide } from '#libs/event-sourcing';
import type { Licence, ProductDescribed } from '../product.events.js';
import type { Product } from '../product.js';

export class DescribeProduct {
  constructor(readonly data: ProductDescribed['data'] & { readonly describedAt: string }) {}
}

export const describeProduct: Decide<DescribeProduct, Product, ProductDescribed> = ({ data }, state) => {
  const { describedAt: occurredAt, ...described } = data;
  const { name, supplier, licence } = described;
  const isAlready =
    state.status === 'known' &&
    state.name === name &&
    state.supplier === supplier &&
    inWords(state.licence) === inWords(licence);
  return isAlready ? [] : [{ type: 'ProductDescribed', occurredAt, data: described }];
};

const inWords = (licence: Licence | null): string =>
  licence === null ? '' : [licence.kind, licence.number, licence.expiresOn].join();
