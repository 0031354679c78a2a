import type { Decide } from '#libs/event-sourcing';
import type { KnownStoreEvent, StoreLearned } from '../known-store.events.js';
import type { KnownStore } from '../known-store.js';

export class LearnStore {
  constructor(readonly data: StoreLearned['data'] & { readonly openedAt: string }) {}
}

/** Zone and currency of a store never change, so it is learned once. */
export const learnStore: Decide<LearnStore, KnownStore, KnownStoreEvent> = ({ data }, store) => {
  if (store.place !== null) return [];
  const { openedAt, ...learned } = data;
  return [{ type: 'StoreLearned', occurredAt: openedAt, storeId: learned.storeId, data: learned }];
};
