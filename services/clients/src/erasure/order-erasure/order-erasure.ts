import type { Decide } from '#libs/event-sourcing';
import type { Erasure } from '../erasure.js';
import type { ErasureEvent, ErasureOrdered } from '../erasure.events.js';

type Whose = Pick<ErasureOrdered['data'], 'clientId' | 'storeId'>;

export class OrderErasure {
  constructor(
    readonly data: Omit<ErasureOrdered['data'], keyof Whose> & {
      /** Files that are one person. */
      readonly files: readonly Whose[];
      readonly orderedAt: string;
    },
  ) {}
}

/** Of one file, once; it cannot be taken back, for nothing could bring back what is gone. */
export const orderErasure =
  (whose: Whose): Decide<OrderErasure, Erasure, ErasureEvent> =>
  ({ data: { orderedAt: occurredAt, files: _all, ...told } }, { status }) =>
    status === 'none'
      ? [{ type: 'ErasureOrdered', occurredAt, storeId: whose.storeId, data: { ...whose, ...told } }]
      : [];
