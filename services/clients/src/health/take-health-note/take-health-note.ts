import type { Decide } from '#libs/event-sourcing';
import type { Health } from '../health.js';
import type { HealthEvent, HealthNoteTaken } from '../health.events.js';

export class TakeHealthNote {
  constructor(readonly data: HealthNoteTaken['data'] & { readonly takenAt: string }) {}
}

/** Kept once, by its id. */
export const takeHealthNote: Decide<TakeHealthNote, Health, HealthEvent> = ({ data }, { notes, struck }) => {
  const { takenAt: occurredAt, ...told } = data;
  const isKnown = notes.some(({ noteId }) => noteId === told.noteId) || struck.includes(told.noteId);
  return isKnown ? [] : [{ type: 'HealthNoteTaken', occurredAt, storeId: told.storeId, data: told }];
};
