import type { Licence } from '../product.events.js';
import type { Batch } from '../product.js';

export const PRODUCT_FAULTS = [
  'unknown-product',
  'unlicensed',
  'licence-expired',
  'no-batch',
  'batch-expired',
] as const;
export type ProductFault = (typeof PRODUCT_FAULTS)[number];

/** Batches that are in a store on a day. */
export const batchesOn = <Kept extends Pick<Batch, 'receivedOn' | 'finishedOn'>>(
  batches: readonly Kept[],
  day: string,
): Kept[] =>
  batches.filter(
    ({ receivedOn, finishedOn }) => receivedOn <= day && (finishedOn === null || day < finishedOn),
  );

/** What speaks against using a product in a store on a day: 确保产品的真实性和安全性. */
export const productFaults = (
  product: { readonly licence: Licence | null } | undefined,
  batches: readonly Pick<Batch, 'expiresOn'>[],
  day: string,
): ProductFault[] => {
  if (product === undefined) return ['unknown-product'];
  const { licence } = product;
  const isOver = licence !== null && licence.expiresOn !== null && licence.expiresOn < day;
  return [
    ...(licence === null ? ['unlicensed' as const] : []),
    ...(isOver ? ['licence-expired' as const] : []),
    ...(batches.length === 0 ? ['no-batch' as const] : []),
    ...(batches.some(({ expiresOn }) => expiresOn < day) ? ['batch-expired' as const] : []),
  ];
};
