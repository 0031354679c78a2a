import type { Projection } from '#libs/event-sourcing';
import type { StoreEvent, StoreOpened } from '../store.events.js';
import type { StoreChange } from '../store.js';

/** A store with everything decided for it: what holds depends on the day it is asked for. */
export interface StoreRow {
  storeId: string;
  openedAt: string;
  opening: StoreOpened['data'];
  changes: readonly StoreChange[];
}

export const storeList: Projection<StoreEvent, StoreRow> = {
  name: 'store_list',
  of: ['store'],
  columns: {
    storeId: 'text',
    openedAt: 'timestamptz not null',
    opening: 'jsonb not null',
    changes: 'jsonb not null',
  },
  key: 'storeId',
  store: 'storeId',
  reads: ({ type, data }) => (type === 'StoreOpened' ? [] : [data.storeId]),
  on: {
    StoreOpened: ({ data, occurredAt: openedAt }, rows) =>
      rows.set(data.storeId, { storeId: data.storeId, openedAt, opening: data, changes: [] }),
    StoreChanged: ({ data: { storeId, ...change } }, rows) => {
      const row = rows.get(storeId)!;
      rows.set(storeId, { ...row, changes: [...row.changes, change] });
    },
  },
};
