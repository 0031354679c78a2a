import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownProcessor } from '../known-processor.js';
import { LearnEnd, learnEnd } from './learn-end.js';

@CommandHandler(LearnEnd)
export class LearnEndHandler implements ICommandHandler<LearnEnd, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnEnd): Promise<Committed> {
    return this.events.transact(knownProcessor, command.data.processorId, (state) =>
      learnEnd(command, state),
    );
  }
}
