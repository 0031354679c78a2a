import type { Aggregate } from '#libs/event-sourcing';
import type { Envelope, Place } from '#libs/privacy';
import type { HealthEvent } from './health.events.js';

export interface KeptNote {
  readonly noteId: string;
  readonly note: Envelope;
  readonly takenAt: string;
}

/** A client's health vault: what is kept, sealed, and who may open it for now without her consent. */
export interface Health {
  readonly storeId: string | null;
  readonly notes: readonly KeptNote[];
  readonly struck: readonly string[];
  /** Until when, by account. */
  readonly brokenUntil: Readonly<Record<string, string>>;
}

export const health: Aggregate<Health, HealthEvent> = {
  category: 'health',
  initial: { storeId: null, notes: [], struck: [], brokenUntil: {} },
  storeOf: ({ storeId }) => storeId,
  evolve: (before, event) => {
    const vault = { ...before, storeId: event.data.storeId };
    switch (event.type) {
      case 'HealthNoteTaken': {
        const { noteId, note } = event.data;
        return { ...vault, notes: [...before.notes, { noteId, note, takenAt: event.occurredAt }] };
      }
      case 'HealthNoteStruck': {
        const { noteId } = event.data;
        const notes = before.notes.filter((note) => note.noteId !== noteId);
        return { ...vault, notes, struck: [...before.struck, noteId] };
      }
      case 'GlassBroken': {
        const { by, until } = event.data;
        return { ...vault, brokenUntil: { ...before.brokenUntil, [by]: until } };
      }
    }
  },
};

/** How long broken glass is open. */
export const OPEN_MS = 15 * 60 * 1_000;

/** By how much clocks of two processes differ at most. */
const APART_MS = 60 * 1_000;

/** Not before it was broken either: a clock that was set back would leave it open for longer. */
export const isOpenTo = ({ brokenUntil }: Health, account: string | undefined, now: string): boolean => {
  const until = account === undefined ? undefined : brokenUntil[account];
  if (until === undefined) return false;
  const leftMs = Date.parse(until) - Date.parse(now);
  return leftMs > 0 && leftMs <= OPEN_MS + APART_MS;
};

export const placeOfNote = (clientId: string): Place => ({
  stream: `health:${clientId}`,
  type: 'HealthNoteTaken',
  field: 'note',
});

export const placeOfReason = (clientId: string): Place => ({
  stream: `health:${clientId}`,
  type: 'GlassBroken',
  field: 'reason',
});
