import type { DomainEvent } from '#libs/event-sourcing';

/** Two who look like one are not. */
export type ClientsDistinguished = DomainEvent<
  'ClientsDistinguished',
  {
    clientId: string;
    otherId: string;
  }
>;
