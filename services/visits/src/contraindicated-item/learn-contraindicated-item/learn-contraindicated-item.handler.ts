import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { contraindicatedItem } from '../contraindicated-item.js';
import { LearnContraindicatedItem, learnContraindicatedItem } from './learn-contraindicated-item.js';

@CommandHandler(LearnContraindicatedItem)
export class LearnContraindicatedItemHandler implements ICommandHandler<LearnContraindicatedItem, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnContraindicatedItem): Promise<Committed> {
    return this.events.transact(contraindicatedItem, command.data.itemId, (state) =>
      learnContraindicatedItem(command, state),
    );
  }
}
