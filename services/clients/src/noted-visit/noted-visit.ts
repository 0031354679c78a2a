import type { Aggregate } from '#libs/event-sourcing';
import type { NotedVisitEvent } from './noted-visit.events.js';

export interface NotedVisit {
  /** Null while it is not noted. */
  readonly storeId: string | null;
}

/**
 * A stream for each visit and each return, by its id: a client's twenty-thousandth visit costs what her first did, and
 * clients who are linked or parted need nothing moved.
 */
export const notedVisit: Aggregate<NotedVisit, NotedVisitEvent> = {
  category: 'noted-visit',
  initial: { storeId: null },
  storeOf: ({ storeId }) => storeId,
  evolve: (_before, { data }) => ({ storeId: data.storeId }),
};
