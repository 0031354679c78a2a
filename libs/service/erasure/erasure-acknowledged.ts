import type { Aggregate, DomainEvent } from '#libs/event-sourcing';

export type ErasureAcknowledged = DomainEvent<'ErasureAcknowledged', { clientId: string }>;

/** Of whose erasure a service has heard; a stream for each. */
export const acknowledgement: Aggregate<{ readonly erased: boolean }, ErasureAcknowledged> = {
  category: 'acknowledgement',
  initial: { erased: false },
  evolve: () => ({ erased: true }),
};
