import { dayOf } from '#libs/calendar';
import type { Decide } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import { knownClient } from '../known-client.js';

export class WinBackClient {
  constructor(
    readonly data: {
      readonly clientId: string;
      /** The visit that shows it, its day at the store, and by which clock that is; null when somebody says so. */
      readonly visit: { readonly visitId: string; readonly on: string; readonly timeZone: string } | null;
      readonly wonBackAt: string;
    },
  ) {}
}

/**
 * Who never left, and of whom nothing is restricted, is not won back; a visit up to the day she left, or before the one on
 * which that began, wins nobody back, however late it is told. `today` is the day at her store.
 */
export const winBackClient =
  (today: string): Decide<WinBackClient, Client, ClientEvent> =>
  ({ data }, client) => {
    const { clientId, visit, wonBackAt: occurredAt } = data;
    const { storeId, lost, restrictedAt } = knownClient(clientId, client);
    if (lost === null && restrictedAt === null) return [];
    const isSince =
      visit === null ||
      ((lost === null || visit.on > lost.leftOn) &&
        (restrictedAt === null || visit.on >= dayOf(restrictedAt, visit.timeZone)));
    if (!isSince) return [];
    const shown =
      visit === null ? { visitId: null, saidOn: today } : { visitId: visit.visitId, visitedOn: visit.on };
    return [{ type: 'ClientWonBack', occurredAt, storeId, data: { clientId, storeId, ...shown } }];
  };
