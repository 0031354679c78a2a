import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { store } from '../store.js';
import { OpenStore, openStore } from './open-store.js';

@CommandHandler(OpenStore)
export class OpenStoreHandler implements ICommandHandler<OpenStore, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: OpenStore): Promise<Committed> {
    return this.events.transact(store, command.data.storeId, (state) => openStore(command, state));
  }
}
