import { Rejection, type Decide } from '#libs/event-sourcing';
import type { BatchFinished, StockEvent } from '../product.events.js';
import type { Stock } from '../product.js';

export class FinishBatch {
  constructor(readonly data: Omit<BatchFinished['data'], 'finishedOn'> & { readonly finishedAt: string }) {}
}

/** A batch is in the store no more, once. */
export const finishBatch =
  (today: string): Decide<FinishBatch, Stock, StockEvent> =>
  ({ data }, { batches }) => {
    const { finishedAt: occurredAt, ...finished } = data;
    const { storeId, batch } = finished;
    const found = batches.find((one) => one.batch === batch);
    if (found === undefined) {
      throw new Rejection('unknown-batch', 'This batch was never taken in here.', { batch }, 'not-found');
    }
    if (found.finishedOn !== null) return [];
    return [{ type: 'BatchFinished', occurredAt, storeId, data: { ...finished, finishedOn: today } }];
  };
