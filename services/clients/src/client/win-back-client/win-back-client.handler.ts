import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { client } from '../client.js';
import { WinBackClient, winBackClient } from './win-back-client.js';

@CommandHandler(WinBackClient)
export class WinBackClientHandler implements ICommandHandler<WinBackClient, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: WinBackClient): Promise<Committed> {
    return this.events.transact(client, command.data.clientId, (state) => winBackClient(command, state));
  }
}
