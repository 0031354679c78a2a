import { alreadyDecided } from '#libs/effective';
import type { StoreChanged, StoreStanding } from './store.events.js';
import type { OpenedStore, StoreChange } from './store.js';

/** A change, unless all of it holds from that day already. */
export const changed = (
  { changes }: OpenedStore,
  change: StoreChanged['data'],
  occurredAt: string,
): StoreChanged[] => {
  const fields = Object.keys(change.changes) as (keyof StoreStanding)[];
  if (fields.every((field) => alreadyDecided(entriesOf(field, changes), entryOf(field, change)))) return [];
  return [{ type: 'StoreChanged', occurredAt, storeId: change.storeId, data: change }];
};

const entriesOf = (field: keyof StoreStanding, changes: readonly StoreChange[]) =>
  changes.filter(({ changes }) => changes[field] !== undefined).map((change) => entryOf(field, change));

const entryOf = (field: keyof StoreStanding, { effectiveFrom, changes }: StoreChange) => ({
  storeId: null,
  effectiveFrom,
  value: changes[field] ?? null,
});
