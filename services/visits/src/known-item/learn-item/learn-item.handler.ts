import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownItem } from '../known-item.js';
import { LearnItem, learnItem } from './learn-item.js';

@CommandHandler(LearnItem)
export class LearnItemHandler implements ICommandHandler<LearnItem, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnItem): Promise<Committed> {
    return this.events.transact(knownItem, command.data.itemId, (state) => learnItem(command, state));
  }
}
