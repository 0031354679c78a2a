import type { Decide } from '#libs/event-sourcing';
import type { Grade, KnownStoreEvent } from '../known-store.events.js';
import type { KnownStore } from '../known-store.js';

export class LearnChange {
  constructor(
    readonly data: {
      readonly storeId: string;
      readonly effectiveFrom: string;
      /** What is not named stays as it was. */
      readonly grade?: Grade | undefined;
      readonly legalEntity?: string | undefined;
      readonly changedAt: string;
    },
  ) {}
}

/** Each thing is a fact of its own; what is said of a day again and is the same teaches nothing. */
export const learnChange: Decide<LearnChange, KnownStore, KnownStoreEvent> = ({ data }, store) => {
  const { storeId, effectiveFrom, grade, legalEntity, changedAt: occurredAt } = data;
  const onDay = (change: { readonly effectiveFrom: string }) => change.effectiveFrom === effectiveFrom;
  const fact = { occurredAt, storeId };
  const facts: KnownStoreEvent[] = [];
  if (grade !== undefined && store.grades.find(onDay)?.grade !== grade)
    facts.push({ type: 'StoreGradeLearned', ...fact, data: { storeId, effectiveFrom, grade } });
  if (legalEntity !== undefined && store.entities.find(onDay)?.legalEntity !== legalEntity)
    facts.push({ type: 'StoreEntityLearned', ...fact, data: { storeId, effectiveFrom, legalEntity } });
  return facts;
};
