import { inForce } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import type { ItemEvent, ItemRetired } from '../item.events.js';
import { known, type Item } from '../item.js';

export class RetireItem {
  constructor(readonly data: ItemRetired['data'] & { readonly retiredAt: string }) {}
}

/** What is off the menu that day needs no retiring. */
export const retireItem: Decide<RetireItem, Item, ItemEvent> = ({ data }, state) => {
  const { retiredAt: occurredAt, ...retired } = data;
  if (inForce(known(data.itemId, state).descriptions, null, data.effectiveFrom) === undefined) return [];
  return [{ type: 'ItemRetired', occurredAt, data: retired }];
};
