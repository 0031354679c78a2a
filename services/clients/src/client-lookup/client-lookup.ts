import type { Aggregate } from '#libs/event-sourcing';
import type { ClientLookedUp } from './client-lookup.events.js';

export type ClientLookup =
  | { readonly status: 'none' }
  | { readonly status: 'done'; readonly clientId: string | null; readonly withheld: boolean };

/** One for each time somebody looked. */
export const clientLookup: Aggregate<ClientLookup, ClientLookedUp> = {
  category: 'client-lookup',
  initial: { status: 'none' },
  evolve: (_state, { data: { clientId, withheld = false } }) => ({ status: 'done', clientId, withheld }),
};
