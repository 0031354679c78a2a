import type { Decide } from '#libs/event-sourcing';
import { changed } from '../changed.js';
import type { StoreChanged, StoreEvent } from '../store.events.js';
import { known, type Store } from '../store.js';

export class ChangeStore {
  constructor(readonly data: StoreChanged['data'] & { readonly changedAt: string }) {}
}

/** From a day on something else holds in a store. */
export const changeStore: Decide<ChangeStore, Store, StoreEvent> = ({ data }, state) => {
  const { changedAt, ...change } = data;
  return changed(known(data.storeId, state), change, changedAt);
};
