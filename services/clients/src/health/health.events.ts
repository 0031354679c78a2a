import type { DomainEvent } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';

export const HEALTH_KINDS = ['allergy', 'sensitivity', 'condition', 'medication', 'private-date'] as const;
export type HealthKind = (typeof HEALTH_KINDS)[number];

/** In plain only here: in the log all of it is sealed with her key for health, for its kind alone tells of her health. */
export interface HealthNote {
  readonly kind: HealthKind;
  readonly text: string;
  /** What it rules out, by codes of the service menu. */
  readonly contraindications: readonly string[];
  /** The day that a private date is about. */
  readonly date: string | null;
}

interface Told {
  clientId: string;
  storeId: string;
}

/** Whoever noted it is the fact's actor. */
export type HealthNoteTaken = DomainEvent<'HealthNoteTaken', Told & { noteId: string; note: Envelope }>;

/** It does not hold, or no longer. */
export type HealthNoteStruck = DomainEvent<'HealthNoteStruck', Told & { noteId: string }>;

/** Somebody opened the vault without her consent, for a reason, for a short time. */
export type GlassBroken = DomainEvent<
  'GlassBroken',
  Told & { breakId: string; by: string; reason: Envelope; until: string }
>;

export type HealthEvent = HealthNoteTaken | HealthNoteStruck | GlassBroken;
