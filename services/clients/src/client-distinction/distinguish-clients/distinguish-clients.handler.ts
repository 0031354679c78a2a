import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { clientDistinction, pairOf } from '../client-distinction.js';
import { DistinguishClients, distinguishClients } from './distinguish-clients.js';

@CommandHandler(DistinguishClients)
export class DistinguishClientsHandler implements ICommandHandler<DistinguishClients, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
  ) {}

  /** Of two whom whoever asks may see. */
  async execute(command: DistinguishClients): Promise<Committed> {
    const { clientId, otherId } = command.data;
    const { storeId } = await this.clients.one(clientId);
    await this.clients.one(otherId);
    const [one, other] = await Promise.all([clientId, otherId].map((id) => this.links.mergedInto(id)));
    const decide = distinguishClients({ storeId, readAs: [one ?? clientId, other ?? otherId] });
    return this.events.transact(clientDistinction, pairOf(clientId, otherId), (state) =>
      decide(command, state),
    );
  }
}
