import type { DomainEvent } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';

/** What was done for her on one day, how it went, what she said. */
export type CareNoted = DomainEvent<
  'CareNoted',
  {
    clientId: string;
    careId: string;
    visitId: string | null;
    sealed: Envelope;
    /** Names of the fields that have a value. */
    filled: readonly string[];
  }
>;

export type CareLogEvent = CareNoted;
