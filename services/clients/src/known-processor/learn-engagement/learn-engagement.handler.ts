import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownProcessor } from '../known-processor.js';
import { LearnEngagement, learnEngagement } from './learn-engagement.js';

@CommandHandler(LearnEngagement)
export class LearnEngagementHandler implements ICommandHandler<LearnEngagement, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnEngagement): Promise<Committed> {
    return this.events.transact(knownProcessor, command.data.processorId, (state) =>
      learnEngagement(command, state),
    );
  }
}
