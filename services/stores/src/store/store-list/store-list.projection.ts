import type { Projection } from '#libs/event-sourcing';
import type { StoreEvent } from '../store.events.js';

export interface StoreRow {
  storeId: string;
  name: string;
  region: string;
  timeZone: string;
  currency: string;
  legalEntity: string;
  grade: string;
}

export const storeList: Projection<StoreEvent, StoreRow> = {
  name: 'store_list',
  of: ['store'],
  columns: {
    storeId: 'text',
    name: 'text not null',
    region: 'text not null',
    timeZone: 'text not null',
    currency: 'text not null',
    legalEntity: 'text not null',
    grade: 'text not null',
  },
  key: 'storeId',
  store: 'storeId',
  on: { StoreOpened: ({ data }, rows) => rows.set(data.storeId, data) },
};
