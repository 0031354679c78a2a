import { Rejection, type Decide } from '#libs/event-sourcing';
import type { Store } from '../store.js';
import type { StoreEvent, StoreOpened } from '../store.events.js';

export class OpenStore {
  constructor(readonly data: StoreOpened['data'] & { readonly occurredAt: string }) {}
}

/** A store is opened once. */
export const openStore: Decide<OpenStore, Store, StoreEvent> = ({ data }, store) => {
  const { occurredAt, ...opening } = data;
  if (store.status === 'unopened') {
    return [{ type: 'StoreOpened', occurredAt, storeId: opening.storeId, data: opening }];
  }
  throw new Rejection('store-already-open', 'A store with this id is open already.', {
    storeId: opening.storeId,
    name: store.opening.name,
  });
};
