import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { client, type KnownClient } from './client.js';

@Injectable()
export class KnownClientQuery {
  constructor(private readonly events: EventStore) {}

  /** Of one whom whoever asks may see. Refuses with `unknown-client`. */
  async one(clientId: string): Promise<KnownClient> {
    const { state } = await this.events.see(client, clientId);
    if (state.status !== 'unknown') return state;
    throw new Rejection('unknown-client', 'There is no client with this id.', { clientId }, 'not-found');
  }
}
