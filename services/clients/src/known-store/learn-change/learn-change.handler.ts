import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownStore } from '../known-store.js';
import { LearnChange, learnChange } from './learn-change.js';

@CommandHandler(LearnChange)
export class LearnChangeHandler implements ICommandHandler<LearnChange, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnChange): Promise<Committed> {
    return this.events.transact(knownStore, command.data.storeId, (state) => learnChange(command, state));
  }
}
