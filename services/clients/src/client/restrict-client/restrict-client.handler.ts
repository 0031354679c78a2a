import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { client } from '../client.js';
import { RestrictClient, restrictClient } from './restrict-client.js';

@CommandHandler(RestrictClient)
export class RestrictClientHandler implements ICommandHandler<RestrictClient, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: RestrictClient): Promise<Committed> {
    return this.events.transact(client, command.data.clientId, (state) => restrictClient(command, state));
  }
}
