import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '#libs/calendar';
import { EventStore, type Committed } from '#libs/event-store';
import { known, store } from '../../store/store.js';
import { stock, stockId } from '../product.js';
import { FinishBatch, finishBatch } from './finish-batch.js';

@CommandHandler(FinishBatch)
export class FinishBatchHandler implements ICommandHandler<FinishBatch, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: FinishBatch): Promise<Committed> {
    const { productId, storeId, finishedAt } = command.data;
    const { opening } = known(storeId, (await this.events.see(store, storeId)).state);
    const today = dayOf(finishedAt, opening.timeZone);
    return this.events.transact(stock, stockId(storeId, productId), (state) =>
      finishBatch(today)(command, state),
    );
  }
}
