import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownStore } from '../known-store.js';
import { LearnGrade, learnGrade } from './learn-grade.js';

@CommandHandler(LearnGrade)
export class LearnGradeHandler implements ICommandHandler<LearnGrade, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnGrade): Promise<Committed> {
    return this.events.transact(knownStore, command.data.storeId, (state) => learnGrade(command, state));
  }
}
