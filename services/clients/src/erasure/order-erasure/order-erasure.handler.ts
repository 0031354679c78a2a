import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { erasure } from '../erasure.js';
import { OrderErasure, orderErasure } from './order-erasure.js';

@CommandHandler(OrderErasure)
export class OrderErasureHandler implements ICommandHandler<OrderErasure, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: OrderErasure): Promise<Committed> {
    return this.events.transact(erasure, command.data.clientId, (state) => orderErasure(command, state));
  }
}
