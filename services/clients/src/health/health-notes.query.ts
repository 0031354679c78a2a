import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { SealedForHer } from '../client/sealed-for-her.query.js';
import { HealthAccessQuery } from './health-access.query.js';
import type { HealthNote } from './health.events.js';
import { health, placeOfNote } from './health.js';

export type HealthNoteEntry = HealthNote & { readonly noteId: string; readonly takenAt: string };

export interface HealthWarning {
  /** Whether there is anything to ask a therapist about before she is served. */
  readonly warns: boolean;
  readonly contraindications: readonly string[];
}

@Injectable()
export class HealthNotesQuery {
  constructor(
    private readonly events: EventStore,
    private readonly sealed: SealedForHer,
    private readonly access: HealthAccessQuery,
  ) {}

  /** Whoever calls has checked that they may be opened, and notes that they were. Those of somebody erased are none. */
  async of(clientId: string): Promise<HealthNoteEntry[]> {
    const { state } = await this.events.load(health, clientId);
    const place = placeOfNote(clientId);
    const sealed = state.notes.map(({ note }) => ({ envelope: note, place }));
    const notes = await this.sealed.open<HealthNote>(clientId, 'health', sealed);
    return state.notes.flatMap(({ noteId, takenAt }, at) => {
      const note = notes[at]!;
      return note === 'erased' ? [] : [{ noteId, takenAt, ...note }];
    });
  }

  /**
   * For the desk, and for what checks services: codes without a word of what they are about. Of all who are one person, each
   * by her own consent: what speaks against an item is true of her under whichever of her records it was noted.
   */
  async warning(clientIds: readonly string[]): Promise<HealthWarning> {
    const notes = (await Promise.all(clientIds.map((clientId) => this.consentedOf(clientId)))).flat();
    const codes = new Set(notes.flatMap(({ contraindications }) => contraindications));
    return { warns: notes.some(({ kind }) => kind !== 'private-date'), contraindications: [...codes].sort() };
  }

  private async consentedOf(clientId: string): Promise<HealthNoteEntry[]> {
    return (await this.access.consents(clientId, 'health')) ? this.of(clientId) : [];
  }
}
