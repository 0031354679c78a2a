import type { DomainEvent } from '#libs/event-sourcing';

/** Why somebody is named, or is no longer: codes alone, for what is in the log stays. */
export const REASONS = ['her-wish', 'handed-over', 'staff-left', 'complaint', 'correction'] as const;
export type Reason = (typeof REASONS)[number];

/** Somebody of the staff keeps her from a day on, whatever the rule of her store is. */
export type OwnerAssigned = DomainEvent<
  'OwnerAssigned',
  { clientId: string; staffId: string; effectiveFrom: string; reason: Reason }
>;

/** From a day on, the rule of her store says again whose she is. */
export type OwnerReleased = DomainEvent<
  'OwnerReleased',
  { clientId: string; effectiveFrom: string; reason: Reason }
>;

export type OwnershipEvent = OwnerAssigned | OwnerReleased;
