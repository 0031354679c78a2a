import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import type { KnownClient } from '../../client/client.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { notBeingErased } from '../../erasure/not-being-erased.query.js';
import { clientLink } from '../client-link.js';
import { ClientLinksQuery } from '../client-links.query.js';
import { MergeClients, mergeClients } from './merge-clients.js';

@CommandHandler(MergeClients)
export class MergeClientsHandler implements ICommandHandler<MergeClients, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
  ) {}

  /**
   * Of two whom whoever asks may see. Refuses with `erased` as soon as it is ordered of either: whoever is one person with her
   * would be erased with her.
   */
  execute(command: MergeClients): Promise<Committed> {
    return this.links.inTurn(() => this.merge(command));
  }

  private async merge(command: MergeClients): Promise<Committed> {
    const { survivorId, mergedId } = command.data;
    const { storeId } = await this.present(survivorId);
    await this.present(mergedId);
    return this.events.transactAll(clientLink, [survivorId, mergedId], ([survivor, merged]) =>
      mergeClients(command, storeId, [survivor!, merged!]),
    );
  }

  private async present(clientId: string): Promise<KnownClient> {
    const known = await this.clients.one(clientId);
    await notBeingErased(clientId, this.events);
    return known;
  }
}
