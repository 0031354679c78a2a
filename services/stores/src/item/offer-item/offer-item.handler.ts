import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { item } from '../item.js';
import { OfferItem, offerItem } from './offer-item.js';

@CommandHandler(OfferItem)
export class OfferItemHandler implements ICommandHandler<OfferItem, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: OfferItem): Promise<Committed> {
    return this.events.transact(item, command.data.itemId, (state) => offerItem(command, state));
  }
}
