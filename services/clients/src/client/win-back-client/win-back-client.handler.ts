import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { client } from '../client.js';
import { WinBackClient, winBackClient } from './win-back-client.js';

@CommandHandler(WinBackClient)
export class WinBackClientHandler implements ICommandHandler<WinBackClient, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
  ) {}

  async execute(command: WinBackClient): Promise<Committed> {
    const { clientId } = command.data;
    const { state } = await this.events.load(client, clientId);
    const decide = winBackClient(await this.stores.today(state.status === 'unknown' ? null : state.storeId));
    return this.events.transact(client, clientId, (now) => decide(command, now));
  }
}
