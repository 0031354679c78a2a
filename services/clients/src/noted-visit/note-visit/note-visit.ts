import type { Decide } from '#libs/event-sourcing';
import type { NotedVisitEvent, VisitNoted } from '../noted-visit.events.js';
import type { NotedVisit } from '../noted-visit.js';

export class NoteVisit {
  constructor(readonly data: VisitNoted['data'] & { readonly completedAt: string }) {}
}

/** Told twice, noted once. */
export const noteVisit: Decide<NoteVisit, NotedVisit, NotedVisitEvent> = ({ data }, noted) => {
  if (noted.storeId !== null) return [];
  const { completedAt: occurredAt, ...visit } = data;
  return [{ type: 'VisitNoted', occurredAt, storeId: visit.storeId, data: visit }];
};
