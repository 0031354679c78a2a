import type { Acknowledging } from '#contracts/erasure-acknowledged.v1';
import type { DomainEvent } from '#libs/event-sourcing';

/** Why what tells who she is must go (PIPL 47). */
export const ERASURE_REASONS = [
  'request-of-hers',
  'consent-withdrawn',
  'purpose-ended',
  'retention-over',
  'unlawful',
] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

interface Told {
  clientId: string;
  storeId: string;
}

export type ErasureOrdered = DomainEvent<
  'ErasureOrdered',
  Told & { reason: ErasureReason; orderedBy: string | null }
>;

/** Her keys are destroyed, what found her is released; backups made before still have both until they expire. */
export type ErasureCarriedOut = DomainEvent<'ErasureCarriedOut', Told & { backupsExpireOn: string }>;

export type ErasureReached = DomainEvent<'ErasureReached', Told & { service: Acknowledging }>;

export type ErasureEvent = ErasureOrdered | ErasureCarriedOut | ErasureReached;
