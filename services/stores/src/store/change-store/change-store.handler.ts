import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { store } from '../store.js';
import { ChangeStore, changeStore } from './change-store.js';

@CommandHandler(ChangeStore)
export class ChangeStoreHandler implements ICommandHandler<ChangeStore, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ChangeStore): Promise<Committed> {
    return this.events.transact(store, command.data.storeId, (state) => changeStore(command, state));
  }
}
