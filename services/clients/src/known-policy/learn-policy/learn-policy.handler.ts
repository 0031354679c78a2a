import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownPolicy } from '../known-policy.js';
import { LearnPolicy, learnPolicy } from './learn-policy.js';

@CommandHandler(LearnPolicy)
export class LearnPolicyHandler implements ICommandHandler<LearnPolicy, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnPolicy): Promise<Committed> {
    return this.events.transact(knownPolicy, command.data.name, (state) => learnPolicy(command, state));
  }
}
