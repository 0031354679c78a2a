import type { Decide } from '#libs/event-sourcing';
import type { Erasure } from '../erasure.js';
import type { ErasureEvent, ErasureOrdered } from '../erasure.events.js';

export class OrderErasure {
  constructor(readonly data: ErasureOrdered['data'] & { readonly orderedAt: string }) {}
}

/** Ordered once; it cannot be taken back, for nothing could bring back what is gone. */
export const orderErasure: Decide<OrderErasure, Erasure, ErasureEvent> = ({ data }, erasure) => {
  const { orderedAt: occurredAt, ...told } = data;
  if (erasure.status !== 'none') return [];
  return [{ type: 'ErasureOrdered', occurredAt, storeId: told.storeId, data: told }];
};
