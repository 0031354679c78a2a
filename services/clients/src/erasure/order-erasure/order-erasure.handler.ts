import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { erasure } from '../erasure.js';
import { OrderErasure, orderErasure } from './order-erasure.js';

@CommandHandler(OrderErasure)
export class OrderErasureHandler implements ICommandHandler<OrderErasure, Committed> {
  constructor(private readonly events: EventStore) {}

  /** Of all or of none: a person who is half erased would be found by her other half. */
  execute(command: OrderErasure): Promise<Committed> {
    const { files } = command.data;
    const ids = files.map(({ clientId }) => clientId);
    return this.events.transactAll(erasure, ids, (states) =>
      states.map((state, at) => orderErasure(files[at]!)(command, state)),
    );
  }
}
