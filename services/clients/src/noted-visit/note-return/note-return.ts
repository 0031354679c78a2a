import type { Decide } from '#libs/event-sourcing';
import type { NotedVisitEvent, ReturnNoted } from '../noted-visit.events.js';
import type { NotedVisit } from '../noted-visit.js';

export class NoteReturn {
  constructor(readonly data: ReturnNoted['data'] & { readonly returnedAt: string }) {}
}

/** Told twice, noted once. */
export const noteReturn: Decide<NoteReturn, NotedVisit, NotedVisitEvent> = ({ data }, noted) => {
  if (noted.storeId !== null) return [];
  const { returnedAt: occurredAt, ...returned } = data;
  return [{ type: 'ReturnNoted', occurredAt, storeId: returned.storeId, data: returned }];
};
