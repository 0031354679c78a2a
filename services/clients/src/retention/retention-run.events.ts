import type { DomainEvent } from '#libs/event-sourcing';

/** One night, what was due was done: of so many it is restricted from now on, so many were erased. */
export type RetentionKept = DomainEvent<
  'RetentionKept',
  { night: string; restricted: number; erased: number }
>;

/** Why nothing is done in a night; what ends it by itself, and what a person must look at. */
export const DOUBTS = [
  'first-night',
  'clock-ahead',
  'clock-behind',
  'away',
  'not-told',
  'not-heard',
  'parked',
] as const;

export interface Refusal {
  readonly night: string;
  readonly why: (typeof DOUBTS)[number];
  /** Whose facts are missing; null where it is not about those of another service. */
  readonly service: string | null;
}

/** One night, nothing was done, or nothing more: what it would have gone by was in doubt. Once for each night and doubt. */
export type RetentionRefused = DomainEvent<'RetentionRefused', Refusal>;

/** Somebody who knows says which day it is. */
export type DayConfirmed = DomainEvent<'DayConfirmed', { day: string; reason: string }>;

export type RetentionRunEvent = RetentionKept | RetentionRefused | DayConfirmed;
