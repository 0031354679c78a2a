import type { DomainEvent } from '#libs/event-sourcing';

export interface Link {
  readonly survivorId: string;
  readonly mergedId: string;
}

/** Two clients are one person, as `clients` told it; on the streams of both. */
export type LinkLearned = DomainEvent<'LinkLearned', Link>;

/** They are not, after all. */
export type LinkUnlearned = DomainEvent<'LinkUnlearned', Link>;

export type KnownLinkEvent = LinkLearned | LinkUnlearned;
