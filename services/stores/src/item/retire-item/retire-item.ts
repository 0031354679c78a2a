import { inForce, scheduledAfter } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ItemEvent, ItemRetired } from '../item.events.js';
import { known, type Item } from '../item.js';

export class RetireItem {
  constructor(readonly data: ItemRetired['data'] & { readonly retiredAt: string }) {}
}

/** What is off the menu from that day on needs no retiring. What is to come on it later is retired from there first. */
export const retireItem: Decide<RetireItem, Item, ItemEvent> = ({ data }, state) => {
  const { retiredAt: occurredAt, ...retired } = data;
  const { itemId, effectiveFrom } = retired;
  const { descriptions } = known(itemId, state);
  const later = scheduledAfter(descriptions, null, effectiveFrom);
  if (later !== undefined) {
    const sentence = 'It is offered, or described anew, from a later day: retire it from that day first.';
    throw new Rejection('item-from-later', sentence, { itemId, effectiveFrom: later });
  }
  if (inForce(descriptions, null, effectiveFrom) === undefined) return [];
  return [{ type: 'ItemRetired', occurredAt, data: retired }];
};
