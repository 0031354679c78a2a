import type { DomainEvent } from '#libs/event-sourcing';

export const REASONS = ['walked-in', 'called', 'booked-here', 'moved'] as const;
export type Reason = (typeof REASONS)[number];

/** A store's desk looked a client up who may be another store's. Who did is the actor. */
export type ClientLookedUp = DomainEvent<
  'ClientLookedUp',
  {
    lookupId: string;
    /** Null when nobody has that phone or number. */
    clientId: string | null;
    reason: Reason;
    /** The desk was told of nobody: her file is another company's, and she does not consent to that. Absent where she was shown. */
    withheld?: true;
  }
>;
