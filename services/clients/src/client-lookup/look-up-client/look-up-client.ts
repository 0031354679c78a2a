import type { Decide } from '#libs/event-sourcing';
import type { ClientLookedUp, Reason } from '../client-lookup.events.js';
import type { ClientLookup } from '../client-lookup.js';

export class LookUpClient {
  constructor(
    readonly data: {
      readonly lookupId: string;
      readonly clientId: string | null;
      readonly storeId: string;
      readonly reason: Reason;
      readonly lookedUpAt: string;
    },
  ) {}
}

/** What comes of a look: who was found, and whether whoever looks may be told of her. */
export interface Found {
  readonly clientId: string | null;
  readonly isShown: boolean;
}

/** Looking is recorded, whoever is found and whether she is shown; asked again it is the same look. */
export const lookUpClient =
  (isShared: boolean): Decide<LookUpClient, ClientLookup, ClientLookedUp> =>
  ({ data }, lookup) => {
    if (lookup.status === 'done') return [];
    const { lookupId, clientId, storeId, reason, lookedUpAt: occurredAt } = data;
    const withheld = clientId === null || isShared ? {} : ({ withheld: true } as const);
    return [
      { type: 'ClientLookedUp', occurredAt, storeId, data: { lookupId, clientId, reason, ...withheld } },
    ];
  };

/** The same look again finds whom it found, and shows nobody who was not shown then. */
export const foundIn = (lookup: ClientLookup): Found =>
  lookup.status === 'none' || lookup.clientId === null
    ? { clientId: null, isShown: false }
    : { clientId: lookup.clientId, isShown: !lookup.withheld };
