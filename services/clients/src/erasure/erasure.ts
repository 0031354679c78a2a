import { ACKNOWLEDGING, type Acknowledging } from '#contracts/erasure-acknowledged.v1';
import type { Aggregate } from '#libs/event-sourcing';
import type { ErasureEvent, ErasureReason } from './erasure.events.js';

export interface OrderedErasure {
  readonly status: 'ordered' | 'carried-out';
  readonly storeId: string;
  readonly reason: ErasureReason;
  readonly orderedBy: string | null;
  readonly orderedAt: string;
  readonly carriedOutAt: string | null;
  readonly backupsExpireOn: string | null;
  /** When each service was reached. */
  readonly reached: Readonly<Partial<Record<Acknowledging, string>>>;
}

/** There is one for a client, named by her id. */
export type Erasure = { readonly status: 'none' } | OrderedErasure;

export const erasure: Aggregate<Erasure, ErasureEvent> = {
  category: 'erasure',
  initial: { status: 'none' },
  storeOf: (state) => (state.status === 'none' ? null : state.storeId),
  evolve: (before, event) => {
    const { occurredAt } = event;
    if (event.type === 'ErasureOrdered') {
      const { storeId, reason, orderedBy } = event.data;
      const ordered = { status: 'ordered' as const, storeId, reason, orderedBy, orderedAt: occurredAt };
      return { ...ordered, carriedOutAt: null, backupsExpireOn: null, reached: {} };
    }
    if (before.status === 'none') return before;
    switch (event.type) {
      case 'ErasureCarriedOut': {
        const { backupsExpireOn } = event.data;
        return { ...before, status: 'carried-out', carriedOutAt: occurredAt, backupsExpireOn };
      }
      case 'ErasureReached':
        return { ...before, reached: { ...before.reached, [event.data.service]: occurredAt } };
    }
  },
};

/** When the last service was reached; null before. */
export const completedAt = ({ carriedOutAt, reached }: OrderedErasure): string | null => {
  if (carriedOutAt === null) return null;
  const times = ACKNOWLEDGING.map((service) => reached[service] ?? null);
  return times.includes(null) ? null : [carriedOutAt, ...times].sort().at(-1)!;
};
