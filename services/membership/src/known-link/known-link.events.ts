import type { DomainEvent } from '#libs/event-sourcing';

interface Link {
  readonly survivorId: string;
  readonly mergedId: string;
}

/** Two members are one person, as `clients` told it. */
export type LinkLearned = DomainEvent<'LinkLearned', Link>;

/** They are not, after all. */
export type LinkUnlearned = DomainEvent<'LinkUnlearned', Link>;

export type KnownLinkEvent = LinkLearned | LinkUnlearned;
