import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { item } from '../item.js';
import { RetireItem, retireItem } from './retire-item.js';

@CommandHandler(RetireItem)
export class RetireItemHandler implements ICommandHandler<RetireItem, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: RetireItem): Promise<Committed> {
    return this.events.transact(item, command.data.itemId, (state) => retireItem(command, state));
  }
}
