import { Rejection, type Decide } from '#libs/event-sourcing';
import type { Health } from '../health.js';
import type { HealthEvent, HealthNoteStruck } from '../health.events.js';

export class StrikeHealthNote {
  constructor(readonly data: HealthNoteStruck['data'] & { readonly struckAt: string }) {}
}

/** What does not hold is struck, once; only what was noted can be. */
export const strikeHealthNote: Decide<StrikeHealthNote, Health, HealthEvent> = ({ data }, health) => {
  const { struckAt: occurredAt, ...told } = data;
  const { noteId, storeId } = told;
  if (health.struck.includes(noteId)) return [];
  if (!health.notes.some((note) => note.noteId === noteId)) {
    throw new Rejection('unknown-health-note', 'There is no such note.', { noteId }, 'not-found');
  }
  return [{ type: 'HealthNoteStruck', occurredAt, storeId, data: told }];
};
