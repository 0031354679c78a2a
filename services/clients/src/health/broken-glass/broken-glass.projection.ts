import { ignored, type Projection } from '#libs/event-sourcing';
import type { HealthEvent } from '../health.events.js';

export interface BrokenGlassRow {
  breakId: string;
  clientId: string;
  storeId: string;
  by: string;
  brokenAt: string;
  until: string;
  /** Sealed; as text, for it is JSON that nobody asks about. */
  reason: string;
}

export const brokenGlass: Projection<HealthEvent, BrokenGlassRow> = {
  name: 'broken_glass',
  of: ['health'],
  columns: {
    breakId: 'text',
    clientId: 'text not null',
    storeId: 'text not null',
    by: 'text not null',
    brokenAt: 'text not null',
    until: 'text not null',
    reason: 'text not null',
  },
  key: 'breakId',
  store: 'storeId',
  indexes: ['"brokenAt", "breakId"'],
  on: {
    HealthNoteTaken: ignored,
    HealthNoteStruck: ignored,
    GlassBroken: ({ data: { breakId, reason, ...told }, occurredAt: brokenAt }, rows) =>
      rows.set(breakId, { ...told, breakId, brokenAt, reason: JSON.stringify(reason) }),
  },
};
