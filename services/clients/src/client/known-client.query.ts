import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { client, type KnownClient } from './client.js';
import { knownClient } from './known-client.js';
import { checkNotHidden } from './hidden-client.js';

@Injectable()
export class KnownClientQuery {
  constructor(private readonly events: EventStore) {}

  /** As the log has her now. Refuses with `unknown-client` and `restricted`, and with `OtherStore` who may not see her. */
  async one(clientId: string): Promise<KnownClient> {
    const { state } = await this.events.see(client, clientId);
    return checkNotHidden(clientId, knownClient(clientId, state));
  }
}
