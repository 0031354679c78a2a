import { Rejection, type Decide } from '#libs/event-sourcing';
import type { BatchReceived, StockEvent } from '../product.events.js';
import type { Stock } from '../product.js';

export class ReceiveBatch {
  constructor(readonly data: Omit<BatchReceived['data'], 'receivedOn'> & { readonly receivedAt: string }) {}
}

/** A batch comes into a store once; what is out of date already does not. */
export const receiveBatch =
  (today: string): Decide<ReceiveBatch, Stock, StockEvent> =>
  ({ data }, { batches }) => {
    const { receivedAt: occurredAt, ...received } = data;
    const { storeId, batch, expiresOn } = received;
    const before = batches.find((one) => one.batch === batch);
    if (before !== undefined) {
      if (before.expiresOn === expiresOn) return [];
      throw new Rejection('batch-known-otherwise', 'This batch is here with another last day of use.', {
        ...{ batch, expiresOn: before.expiresOn },
      });
    }
    if (expiresOn < today) {
      throw new Rejection('expired-already', 'What is out of date is not taken in.', { batch, expiresOn });
    }
    return [{ type: 'BatchReceived', occurredAt, storeId, data: { ...received, receivedOn: today } }];
  };
