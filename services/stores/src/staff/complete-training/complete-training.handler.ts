import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { staff } from '../staff.js';
import { CompleteTraining, completeTraining } from './complete-training.js';

@CommandHandler(CompleteTraining)
export class CompleteTrainingHandler implements ICommandHandler<CompleteTraining, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: CompleteTraining): Promise<Committed> {
    return this.events.transact(staff, command.data.staffId, (state) => completeTraining(command, state));
  }
}
