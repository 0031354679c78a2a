import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { clientLink } from '../client-link.js';
import { ClientLinksQuery } from '../client-links.query.js';
import { UnmergeClients, unmergeClients } from './unmerge-clients.js';

@CommandHandler(UnmergeClients)
export class UnmergeClientsHandler implements ICommandHandler<UnmergeClients, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
  ) {}

  /** Of two whom whoever asks may see. Who was parted by then is not erased with the other. */
  execute(command: UnmergeClients): Promise<Committed> {
    return this.links.inTurn(() => this.unmerge(command));
  }

  private async unmerge(command: UnmergeClients): Promise<Committed> {
    const { survivorId, mergedId } = command.data;
    const { storeId } = await this.clients.one(survivorId);
    await this.clients.one(mergedId);
    return this.events.transactAll(clientLink, [survivorId, mergedId], ([survivor, merged]) =>
      unmergeClients(command, storeId, [survivor!, merged!]),
    );
  }
}
