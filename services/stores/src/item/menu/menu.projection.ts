import type { Projection } from '#libs/event-sourcing';
import type { ItemEvent } from '../item.events.js';
import { item, type Item } from '../item.js';

/** An item with everything decided about it: what it is and costs depends on store and day. */
export interface MenuRow {
  itemId: string;
  item: Item;
}

type Rows = Parameters<Projection<ItemEvent, MenuRow>['on']['ItemOffered']>[1];

const folded = (event: ItemEvent, rows: Rows): void => {
  const { itemId } = event.data;
  rows.set(itemId, { itemId, item: item.evolve(rows.get(itemId)?.item ?? item.initial, event) });
};

export const menu: Projection<ItemEvent, MenuRow> = {
  name: 'menu',
  of: ['item'],
  columns: { itemId: 'text', item: 'jsonb not null' },
  key: 'itemId',
  reads: ({ data }) => [data.itemId],
  on: { ItemOffered: folded, ItemRetired: folded, ItemPriced: folded },
};
