import type { Decide } from '#libs/event-sourcing';
import type { KnownStoreEvent, StoreLearned } from '../known-store.events.js';
import type { KnownStore } from '../known-store.js';

export class LearnStore {
  constructor(readonly data: StoreLearned['data'] & { readonly openedAt: string }) {}
}

/** A store is opened once. */
export const learnStore: Decide<LearnStore, KnownStore, KnownStoreEvent> = ({ data }, store) => {
  if (store.openedAs !== null) return [];
  const { openedAt: occurredAt, ...learned } = data;
  return [{ type: 'StoreLearned', occurredAt, storeId: learned.storeId, data: learned }];
};
