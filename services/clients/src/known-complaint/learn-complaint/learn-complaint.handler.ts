import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownComplaint } from '../known-complaint.js';
import { LearnComplaint, learnComplaint } from './learn-complaint.js';

@CommandHandler(LearnComplaint)
export class LearnComplaintHandler implements ICommandHandler<LearnComplaint, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnComplaint): Promise<Committed> {
    return this.events.transact(knownComplaint, command.data.clientId, (state) =>
      learnComplaint(command, state),
    );
  }
}
