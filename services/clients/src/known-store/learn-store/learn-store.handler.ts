import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownStore } from '../known-store.js';
import { LearnStore, learnStore } from './learn-store.js';

@CommandHandler(LearnStore)
export class LearnStoreHandler implements ICommandHandler<LearnStore, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnStore): Promise<Committed> {
    return this.events.transact(knownStore, command.data.storeId, (state) => learnStore(command, state));
  }
}
