import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '#libs/calendar';
import { EventStore, type Committed } from '#libs/event-store';
import { known, store } from '../../store/store.js';
import { checkKnown, product, stock, stockId } from '../product.js';
import { ReceiveBatch, receiveBatch } from './receive-batch.js';

@CommandHandler(ReceiveBatch)
export class ReceiveBatchHandler implements ICommandHandler<ReceiveBatch, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: ReceiveBatch): Promise<Committed> {
    const { productId, storeId, receivedAt } = command.data;
    const { opening } = known(storeId, (await this.events.see(store, storeId)).state);
    checkKnown(productId, (await this.events.load(product, productId)).state);
    const today = dayOf(receivedAt, opening.timeZone);
    return this.events.transact(stock, stockId(storeId, productId), (state) =>
      receiveBatch(today)(command, state),
    );
  }
}
