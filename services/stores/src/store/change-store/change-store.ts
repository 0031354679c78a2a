import { alreadyDecided } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import type { StoreChanged, StoreEvent, StoreStanding } from '../store.events.js';
import { known, type Store, type StoreChange } from '../store.js';

export class ChangeStore {
  constructor(readonly data: StoreChanged['data'] & { readonly changedAt: string }) {}
}

/** From a day on something else holds in a store. What holds from that day already is not recorded once more. */
export const changeStore: Decide<ChangeStore, Store, StoreEvent> = ({ data }, state) => {
  const { changedAt: occurredAt, ...change } = data;
  const { changes } = known(data.storeId, state);
  const fields = Object.keys(change.changes) as (keyof StoreStanding)[];
  if (fields.every((field) => alreadyDecided(entriesOf(field, changes), entryOf(field, change)))) return [];
  return [{ type: 'StoreChanged', occurredAt, storeId: data.storeId, data: change }];
};

const entriesOf = (field: keyof StoreStanding, changes: readonly StoreChange[]) =>
  changes.filter(({ changes }) => changes[field] !== undefined).map((change) => entryOf(field, change));

const entryOf = (field: keyof StoreStanding, { effectiveFrom, changes }: StoreChange) => ({
  storeId: null,
  effectiveFrom,
  value: changes[field] ?? null,
});
