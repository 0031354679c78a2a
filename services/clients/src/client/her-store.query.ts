import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { client } from './client.js';

/** What is kept about a client is of her store. */
@Injectable()
export class HerStoreQuery {
  constructor(private readonly events: EventStore) {}

  /** Refuses with `unknown-client`, and with `OtherStore` who may not see her. */
  async of(clientId: string): Promise<string> {
    const { state } = await this.events.see(client, clientId);
    if (state.status !== 'unknown') return state.storeId;
    throw new Rejection('unknown-client', 'There is no client with this id.', { clientId }, 'not-found');
  }
}
