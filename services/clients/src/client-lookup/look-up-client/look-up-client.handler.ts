import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { clientLookup } from '../client-lookup.js';
import { LookUpClient, lookUpClient } from './look-up-client.js';

@CommandHandler(LookUpClient)
export class LookUpClientHandler implements ICommandHandler<LookUpClient, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LookUpClient): Promise<Committed> {
    return this.events.transact(clientLookup, command.data.lookupId, (state) => lookUpClient(command, state));
  }
}
