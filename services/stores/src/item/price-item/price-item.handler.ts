import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { known, store } from '../../store/store.js';
import { item } from '../item.js';
import { PriceItem, priceItem } from './price-item.js';

@CommandHandler(PriceItem)
export class PriceItemHandler implements ICommandHandler<PriceItem, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute({ data }: PriceItem): Promise<Committed> {
    const currencyThere = data.storeId === null ? null : await this.currencyOf(data.storeId);
    const command = new PriceItem({ ...data, currencyThere });
    return this.events.transact(item, data.itemId, (state) => priceItem(command, state));
  }

  private async currencyOf(storeId: string): Promise<string> {
    return known(storeId, (await this.events.load(store, storeId)).state).opening.currency;
  }
}
