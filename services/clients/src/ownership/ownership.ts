import type { Effective } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { OwnershipEvent, Reason } from './ownership.events.js';

export interface Assigned {
  readonly staffId: string;
  readonly reason: Reason;
}

/** Who was named for her from a day on; a null value releases her. */
export interface Assignment extends Effective<Assigned> {
  readonly decidedAt: string;
}

/** In the order decided. Whose she is follows from this and her visits, by the policy, and is kept nowhere. */
export type Assignments = readonly Assignment[];

export const ownership: Aggregate<Assignments, OwnershipEvent> = {
  category: 'ownership',
  initial: [],
  evolve: (before, { type, data, occurredAt }) => {
    const { effectiveFrom, reason } = data;
    const last = before.at(-1)?.decidedAt ?? occurredAt;
    const decidedAt = last > occurredAt ? last : occurredAt; // a clock may have gone back
    const value = type === 'OwnerAssigned' ? { staffId: data.staffId, reason } : null;
    return [...before, { storeId: null, effectiveFrom, value, decidedAt }];
  },
};

/** What was decided for either of two who are one person holds for both. */
export const together = (...all: readonly Assignments[]): Assignments =>
  all.flat().toSorted((one, other) => (one.decidedAt < other.decidedAt ? -1 : 1));
