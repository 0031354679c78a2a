import { alreadyDecided } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import type { ItemEvent, ItemOffered } from '../item.events.js';
import type { Item } from '../item.js';

export class OfferItem {
  constructor(readonly data: ItemOffered['data'] & { readonly offeredAt: string }) {}
}

/** An item comes on the menu, is described otherwise, or comes back. */
export const offerItem: Decide<OfferItem, Item, ItemEvent> = ({ data }, { descriptions }) => {
  const { offeredAt: occurredAt, ...offered } = data;
  const { effectiveFrom, description: value } = offered;
  if (alreadyDecided(descriptions, { storeId: null, effectiveFrom, value })) return [];
  return [{ type: 'ItemOffered', occurredAt, data: offered }];
};
