import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownItem } from '../known-item.js';
import { LearnRetirement, learnRetirement } from './learn-retirement.js';

@CommandHandler(LearnRetirement)
export class LearnRetirementHandler implements ICommandHandler<LearnRetirement, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnRetirement): Promise<Committed> {
    return this.events.transact(knownItem, command.data.itemId, (state) => learnRetirement(command, state));
  }
}
