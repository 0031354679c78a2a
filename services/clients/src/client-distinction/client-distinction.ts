import type { Aggregate } from '#libs/event-sourcing';
import type { ClientsDistinguished } from './client-distinction.events.js';

export interface ClientDistinction {
  readonly said: boolean;
}

/** One for two clients, whichever is named first. */
export const clientDistinction: Aggregate<ClientDistinction, ClientsDistinguished> = {
  category: 'client-distinction',
  initial: { said: false },
  evolve: () => ({ said: true }),
};

export const pairOf = (clientId: string, otherId: string): string => [clientId, otherId].sort().join('.');
