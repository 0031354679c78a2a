import type { Decide } from '#libs/event-sourcing';
import type { Client } from '../client.js';
import type { ClientEvent } from '../client.events.js';

export class EraseClient {
  constructor(readonly data: { readonly clientId: string; readonly erasedAt: string }) {}
}

/** When her keys are gone, so is what found her: all that she holds. What she did stays, of nobody. */
export const eraseClient =
  (released: readonly string[]): Decide<EraseClient, Client, ClientEvent> =>
  ({ data: { clientId, erasedAt: occurredAt } }, client) => {
    if (client.status === 'unknown' || client.erased === true) return [];
    const { storeId } = client;
    return [{ type: 'ClientErased', occurredAt, storeId, released, data: { clientId, storeId } }];
  };
