import type { Decide } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import { knownClient } from '../known-client.js';

export class WinBackClient {
  constructor(
    readonly data: {
      readonly clientId: string;
      /** The visit that shows it, and its day at the store; null when somebody says so. */
      readonly visit: { readonly visitId: string; readonly on: string } | null;
      readonly wonBackAt: string;
    },
  ) {}
}

/** Who never left is not won back, and a visit up to the day she left wins nobody back, however late it is told. */
export const winBackClient: Decide<WinBackClient, Client, ClientEvent> = ({ data }, client) => {
  const { clientId, visit, wonBackAt: occurredAt } = data;
  const { storeId, lost } = knownClient(clientId, client);
  if (lost === null || (visit !== null && visit.on <= lost.leftOn)) return [];
  const visitId = visit?.visitId ?? null;
  return [{ type: 'ClientWonBack', occurredAt, storeId, data: { clientId, storeId, visitId } }];
};
