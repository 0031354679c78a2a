import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import type { KnownClient } from '../../client/client.js';
import { erasedClient } from '../../client/known-client.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { clientLink } from '../client-link.js';
import { MergeClients, mergeClients } from './merge-clients.js';

@CommandHandler(MergeClients)
export class MergeClientsHandler implements ICommandHandler<MergeClients, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly clients: KnownClientQuery,
  ) {}

  /** Of two whom whoever asks may see. Refuses with `erased`: whoever is one person with her would be erased with her. */
  async execute(command: MergeClients): Promise<Committed> {
    const { survivorId, mergedId } = command.data;
    const { storeId } = await this.present(survivorId);
    await this.present(mergedId);
    return this.events.transactAll(clientLink, [survivorId, mergedId], ([survivor, merged]) =>
      mergeClients(command, storeId, [survivor!, merged!]),
    );
  }

  private async present(clientId: string): Promise<KnownClient> {
    const known = await this.clients.one(clientId);
    if (known.erased === true) throw erasedClient(clientId);
    return known;
  }
}
